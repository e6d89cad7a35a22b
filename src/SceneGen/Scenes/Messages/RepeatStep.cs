namespace SceneGen.Scenes.Messages;

/// <summary>Command: send the command of the scene's present step again, now.</summary>
public sealed record RepeatStep
{
    public required Guid SceneId { get; init; }
}
