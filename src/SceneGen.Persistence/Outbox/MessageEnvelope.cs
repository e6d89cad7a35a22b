using MassTransit;
using MassTransit.Context;
using SceneGen.Persistence.Outbox.Telemetry;

namespace SceneGen.Persistence.Outbox;

/// <summary>What a message carries beside its body.</summary>
internal sealed record MessageEnvelope
{
    public Guid? CorrelationId { get; init; }

    public Guid? ConversationId { get; init; }

    public Guid? InitiatorId { get; init; }

    public Guid? RequestId { get; init; }

    public Uri? SourceAddress { get; init; }

    public Uri? ResponseAddress { get; init; }

    public Uri? FaultAddress { get; init; }

    public DateTime? SentTime { get; init; }

    public Dictionary<string, object>? Headers { get; init; }

    public Dictionary<string, object>? Properties { get; init; }

    public static MessageEnvelope Of(SendContext context)
    {
        // A delay is the row's affair; kept here, it would ask the broker for a delayed exchange.
        context.Delay = null;
        OutboxTrace.Keep(context);
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        (context as TransportSendContext)?.WritePropertiesTo(properties);
        var headers = context.Headers.GetAll().ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
        return new MessageEnvelope
        {
            CorrelationId = context.CorrelationId,
            ConversationId = context.ConversationId,
            InitiatorId = context.InitiatorId,
            RequestId = context.RequestId,
            SourceAddress = context.SourceAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            SentTime = context.SentTime,
            Headers = headers.Count > 0 ? headers : null,
            Properties = properties.Count > 0 ? properties : null,
        };
    }
}
