namespace SceneGen.Contracts;

/// <summary>Event out: the user canceled the scene before it was made; the avatar is kept.</summary>
public sealed record SceneCanceled
{
    /// <summary>The scene.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The session it belongs to.</summary>
    public required string SessionId { get; init; }

    /// <summary>The avatar that was to be in it.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
