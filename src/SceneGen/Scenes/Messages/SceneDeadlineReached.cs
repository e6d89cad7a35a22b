namespace SceneGen.Scenes.Messages;

/// <summary>Timer: the scene was not made in the time it has.</summary>
public sealed record SceneDeadlineReached
{
    public required Guid SceneId { get; init; }
}
