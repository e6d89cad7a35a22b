namespace SceneGen.Contracts;

/// <summary>Event out: the rollback that a failed scene asked for has ended.</summary>
public sealed record SceneRolledBack
{
    /// <summary>The scene that failed.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The session it belongs to.</summary>
    public required string SessionId { get; init; }

    /// <summary>The avatar.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>What the upstream answered: rolledBack, and the avatar is gone, or refused, and it stays.</summary>
    public required RollbackOutcome Outcome { get; init; }

    /// <summary>When the answer came, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
