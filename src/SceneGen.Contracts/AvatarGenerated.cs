namespace SceneGen.Contracts;

/// <summary>Event in: the upstream avatar service has made an avatar. Begins a scene; a copy changes nothing.</summary>
public sealed record AvatarGenerated
{
    /// <summary>The upstream's id of the avatar; named again when it must be rolled back.</summary>
    public required Guid AvatarId { get; init; }

    /// <summary>The user's session, opaque: 1 to 128 visible characters.</summary>
    public required string SessionId { get; init; }

    /// <summary>Where the avatar's picture is: https, at most 2,048 characters.</summary>
    public required string AvatarUrl { get; init; }

    /// <summary>The theme's id; without it the scene waits for <see cref="ThemeSelected"/>.</summary>
    public string? Theme { get; init; }

    /// <summary>The scene's id; without it, it is derived from <see cref="AvatarId"/>, so the same event makes one scene.</summary>
    public Guid? SceneId { get; init; }

    /// <summary>
    /// What the upstream knows of the avatar: <c>kind</c> (required in it: human, animal, robot, creature or object),
    /// <c>name</c> (at most 100 characters) and <c>description</c> (at most 500).
    /// </summary>
    public AvatarDescription? Avatar { get; init; }

    /// <summary>When the avatar was made, UTC; one from before its session was erased makes no scene.</summary>
    public DateTimeOffset? GeneratedAt { get; init; }
}
