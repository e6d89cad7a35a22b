namespace SceneGen.Contracts;

/// <summary>Event in: the upstream answers <see cref="AvatarRollbackRequested"/>: the avatar stays.</summary>
public sealed record AvatarRollbackRefused
{
    /// <summary>The avatar that stays.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>The scene whose failure asked for the rollback.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>Why it stays; at most 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was refused, UTC.</summary>
    public DateTimeOffset? At { get; init; }
}
