using System.Text.Json;
using System.Text.Json.Serialization;
using MassTransit;
using MassTransit.Serialization;

namespace SceneGen.Persistence.Outbox;

/// <summary>Messages as rows.</summary>
internal static class OutboxRows
{
    public static readonly JsonSerializerOptions Json = new(SystemTextJsonMessageSerializer.Options)
    {
        WriteIndented = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonSerializerOptions Bodies = new(SystemTextJsonMessageSerializer.Options)
    {
        WriteIndented = false,
    };

    public static OutboxMessage Of<T>(SendContext<T> context, OutboxOptions options, DateTimeOffset visibleAt)
        where T : class
        => new()
        {
            VisibleAt = visibleAt,
            MessageId = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be kept."),
            Destination = context.DestinationAddress?.ToString()
                ?? throw new InvalidOperationException("A message without a destination cannot be kept."),
            ContentType = HasKnownEnvelope(context) ? "" : (context.ContentType ?? context.Serializer.ContentType).ToString(),
            MessageTypes = string.Join(';', context.SupportedMessageTypes),
            Body = BodyOf(context).GetString(),
            Envelope = JsonSerializer.Serialize(MessageEnvelope.Of(context), Json),
            TimeToLive = (long?)context.TimeToLive?.TotalMilliseconds,

            StaysUntilConsumed = !options.BusKeepsMessages && IsSeenConsumed(context, options),
        };

    /// <summary>Of most messages only the body is kept: their envelope says what the row's columns say.</summary>
    public static bool IsBare(OutboxMessage row) => row.ContentType.Length == 0;

    private static bool HasKnownEnvelope(SendContext context) => context.Serializer is SystemTextJsonMessageSerializer;

    private static MessageBody BodyOf<T>(SendContext<T> context)
        where T : class
        => HasKnownEnvelope(context)
            ? new SystemTextJsonRawMessageBody<T>(context, Bodies)
            : context.Serializer.GetMessageBody(context);

    /// <summary>
    /// What is published may be for nobody, an answer goes to whoever waits for it, and some endpoints have no inbox:
    /// nobody would ever say that those were consumed.
    /// </summary>
    private static bool IsSeenConsumed(SendContext context, OutboxOptions options)
        => options.EndpointsWith.Contains(context.DestinationAddress!.Segments[^1]);

    public static MessageEnvelope EnvelopeOf(OutboxMessage row)
        => JsonSerializer.Deserialize<MessageEnvelope>(row.Envelope, Json)
            ?? throw new JsonException($"The envelope of outbox row {row.Id} is empty.");
}
