using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>A row, as the bus wants to see it when it is sent.</summary>
internal sealed class StoredMessage(OutboxMessage row, MessageEnvelope envelope, DateTimeOffset now) : OutboxMessageContext
{
    public long SequenceNumber => row.Id;

    public Guid MessageId => row.MessageId;

    Guid? MessageContext.MessageId => row.MessageId;

    public string ContentType => row.ContentType;

    public string MessageType => row.MessageTypes;

    public string Body => row.Body;

    public IReadOnlyDictionary<string, object> Properties { get; } = envelope.Properties ?? [];

    public Guid? RequestId => envelope.RequestId;

    public Guid? CorrelationId => envelope.CorrelationId;

    public Guid? ConversationId => envelope.ConversationId;

    public Guid? InitiatorId => envelope.InitiatorId;

    /// <summary>Counted from when a scheduled message is due, whenever it is delivered.</summary>
    public DateTime? ExpirationTime => row.TimeToLive is { } milliseconds
        ? ((row.DueAt ?? now) + TimeSpan.FromMilliseconds(milliseconds)).UtcDateTime
        : null;

    public Uri? SourceAddress => envelope.SourceAddress;

    public Uri? DestinationAddress { get; } = new(row.Destination);

    public Uri? ResponseAddress => envelope.ResponseAddress;

    public Uri? FaultAddress => envelope.FaultAddress;

    public DateTime? SentTime => envelope.SentTime;

    public Headers Headers { get; } = new DictionarySendHeaders(
        (envelope.Headers ?? []).ToDictionary(
            header => header.Key, header => (object?)header.Value, StringComparer.OrdinalIgnoreCase));

    public HostInfo Host => MassTransit.Metadata.HostMetadataCache.Host;
}
