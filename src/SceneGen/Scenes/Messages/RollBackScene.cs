namespace SceneGen.Scenes.Messages;

/// <summary>Command: give the scene up and take its avatar back, unless another scene needs the avatar.</summary>
public sealed record RollBackScene
{
    public required Guid SceneId { get; init; }
}
