namespace SceneGen.Contracts;

/// <summary>Event out, once, when it is decided that the scene cannot be made.</summary>
public sealed record SceneFailed
{
    /// <summary>The scene.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>The session it belongs to.</summary>
    public required string SessionId { get; init; }

    /// <summary>The avatar that was to be in it.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>The theme's id, if one was chosen.</summary>
    public string? Theme { get; init; }

    /// <summary>A stable code such as <c>avatar_unreadable</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Whose fault it is: avatar, theme, provider or operator.</summary>
    public required SceneFault Fault { get; init; }

    /// <summary>One plain sentence for the user.</summary>
    public required string Message { get; init; }

    /// <summary>requested: the avatar service was asked to roll the avatar back. none: the avatar stays.</summary>
    public required AvatarRollback AvatarRollback { get; init; }

    /// <summary>When it was decided, UTC.</summary>
    public required DateTimeOffset FailedAt { get; init; }
}
