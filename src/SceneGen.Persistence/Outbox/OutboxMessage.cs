namespace SceneGen.Persistence.Outbox;

/// <summary>
/// A message that was decided in a transaction and has yet to leave: at once, or when it is due. The row goes when the
/// bus has taken the message for good.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>Counts up in the order of insertion.</summary>
    public long Id { get; set; }

    /// <summary>From then on any instance may deliver it, UTC. Until then it waits, or its writer is delivering it.</summary>
    public DateTimeOffset VisibleAt { get; set; }

    /// <summary>When a scheduled message is due, UTC; null for one that leaves at once.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>The token by which a scheduled message can be canceled or replaced; unique.</summary>
    public Guid? TokenId { get; set; }

    /// <summary>Stays the same however often it is delivered.</summary>
    public Guid MessageId { get; set; }

    /// <summary>Where it goes.</summary>
    public string Destination { get; set; } = "";

    /// <summary>The serialized body's media type; empty: a bare body, whose JSON envelope is made when it is sent.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>The message's type names, separated by semicolons.</summary>
    public string MessageTypes { get; set; } = "";

    /// <summary>The serialized body.</summary>
    public string Body { get; set; } = "";

    /// <summary>Ids, addresses and headers, as JSON.</summary>
    public string Envelope { get; set; } = "";

    /// <summary>How long the message is of use after it is due, in milliseconds; null: for ever.</summary>
    public long? TimeToLive { get; set; }

    /// <summary>
    /// On a bus that forgets its messages when the process ends, the row of a message to one queue stays until it was consumed.
    /// </summary>
    public bool StaysUntilConsumed { get; set; }

    /// <summary>How often it was taken up for delivery by the sweeper.</summary>
    public int Deliveries { get; set; }

    /// <summary>When it was given up, UTC; it then waits for an operator and keeps no other message waiting.</summary>
    public DateTimeOffset? ParkedAt { get; set; }

    /// <summary>Why it was given up.</summary>
    public string? ParkedReason { get; set; }
}
