namespace SceneGen.Scenes.Messages;

/// <summary>Timer: the step's command has not been answered; it goes out again.</summary>
public sealed record SceneStepElapsed
{
    public required Guid SceneId { get; init; }
}
