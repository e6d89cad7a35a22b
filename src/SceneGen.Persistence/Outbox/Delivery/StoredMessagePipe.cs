using System.Net.Mime;
using MassTransit;
using MassTransit.Context;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Makes the bus send a stored message as it is, without reading and writing its body once more.</summary>
internal sealed class StoredMessagePipe(OutboxMessage row, StoredMessage message, DateTimeOffset now)
    : IPipe<SendContext>, IMessageSerializer
{
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(1);

    public ContentType ContentType => message.ContentType;

    public Task Send(SendContext context)
    {
        var envelope = message.Envelope;
        context.MessageId = row.MessageId;
        context.RequestId = envelope.RequestId;
        context.CorrelationId = envelope.CorrelationId;
        context.ConversationId = envelope.ConversationId;
        context.InitiatorId = envelope.InitiatorId;
        context.SourceAddress = envelope.SourceAddress;
        context.ResponseAddress = envelope.ResponseAddress;
        context.FaultAddress = envelope.FaultAddress;
        context.SupportedMessageTypes = message.Types;
        if (message.TimeLeft(now) is { } left)
        {
            context.TimeToLive = left > ShortestLife ? left : ShortestLife;
        }

        foreach (var (name, value) in envelope.Headers ?? [])
        {
            context.Headers.Set(name, value);
        }

        if (envelope.Properties is { Count: > 0 } properties)
        {
            (context as TransportSendContext)?.ReadPropertiesFrom(properties);
        }

        context.Serializer = this;
        return Task.CompletedTask;
    }

    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class
        => new BytesMessageBody(message.Body);

    public void Probe(ProbeContext context) => context.CreateFilterScope("storedMessage");
}
