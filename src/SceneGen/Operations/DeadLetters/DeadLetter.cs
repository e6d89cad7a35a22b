namespace SceneGen.Operations.DeadLetters;

/// <summary>A message that was given up: by the outbox, which could not send it, or by a queue's consumer.</summary>
internal sealed record DeadLetter
{
    /// <summary>The same at every look: the queue and a number or mark of the message.</summary>
    public required string Id { get; init; }

    /// <summary>The queue it lies in; <c>outbox</c> for one that was parked.</summary>
    public required string Queue { get; init; }

    /// <summary>Where a replay takes it.</summary>
    public required string Destination { get; init; }

    public required string Type { get; init; }

    public required string Cause { get; init; }

    public DateTimeOffset? At { get; init; }

    public Guid? SceneId { get; init; }

    public string? MessageId { get; init; }

    public required long Bytes { get; init; }

    /// <summary>The beginning of the message, without what could be a secret.</summary>
    public required string Preview { get; init; }
}
