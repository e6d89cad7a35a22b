namespace SceneGen.Contracts;

/// <summary>
/// Compensation out: the scene cannot be made, so the avatar is to be rolled back. Repeated until
/// <see cref="AvatarRolledBack"/> or <see cref="AvatarRollbackRefused"/> answers it.
/// </summary>
public sealed record AvatarRollbackRequested
{
    /// <summary>The avatar to roll back.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>
    /// The session of the scene, which need not be the avatar's: a browser may name an avatar that SceneGen has not heard of.
    /// Roll back only an avatar of this session, and refuse otherwise.
    /// </summary>
    public required string SessionId { get; init; }

    /// <summary>The scene that failed; to be named in the answer.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The failure's stable code.</summary>
    public required string Code { get; init; }

    /// <summary>The failure in one plain sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>When the rollback was decided, UTC; the same in every repetition.</summary>
    public required DateTimeOffset RequestedAt { get; init; }
}
