namespace SceneGen.Persistence.Outbox;

/// <summary>
/// Says that a consumer has dealt with a message. It is committed with what the consumer did, so the same message again
/// does nothing. A redelivery is a message of its own; a broker's duplicate is not.
/// </summary>
public sealed class InboxMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; set; }

    /// <summary>The consumer on its endpoint.</summary>
    public Guid ConsumerId { get; set; }

    /// <summary>How often the message was redelivered on purpose.</summary>
    public int Redelivery { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset ConsumedAt { get; set; }
}
