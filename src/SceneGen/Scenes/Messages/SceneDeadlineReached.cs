namespace SceneGen.Scenes.Messages;

/// <summary>Timer: the scene was not made in the time it has.</summary>
public sealed record SceneDeadlineReached
{
    public required Guid SceneId { get; init; }

    /// <summary>The provider was asked once more since the time was over.</summary>
    public bool WasLookedAt { get; init; }
}
