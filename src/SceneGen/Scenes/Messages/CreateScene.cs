using SceneGen.Contracts;

namespace SceneGen.Scenes.Messages;

/// <summary>Command: make a scene of an avatar for a caller who names the scene; a scene that exists is refused.</summary>
public sealed record CreateScene
{
    public required Guid SceneId { get; init; }

    public required AvatarGenerated Avatar { get; init; }

    public int? Seed { get; init; }

    /// <summary>Where the scene's events are posted.</summary>
    public string? CallbackUrl { get; init; }

    /// <summary>The API key that says so; null without keys.</summary>
    public string? CallbackCaller { get; init; }
}
