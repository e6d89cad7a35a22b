namespace SceneGen.Contracts;

/// <summary>Event in: the upstream answers <see cref="AvatarRollbackRequested"/>: the avatar is gone.</summary>
public sealed record AvatarRolledBack
{
    /// <summary>The avatar that was rolled back.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>The scene whose failure asked for it.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>A remark for the timeline; at most 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was done, UTC.</summary>
    public DateTimeOffset? At { get; init; }
}
