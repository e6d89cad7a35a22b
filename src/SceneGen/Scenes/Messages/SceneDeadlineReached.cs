namespace SceneGen.Scenes.Messages;

/// <summary>Timer: the scene was not made in the time it has.</summary>
public sealed record SceneDeadlineReached
{
    public required Guid SceneId { get; init; }

    /// <summary>The provider was asked once more since the time was over.</summary>
    public bool WasLookedAt { get; init; }

    /// <summary>With <see cref="Attempt"/> what was looked at. Null from a timer, which is known by its token.</summary>
    public int? Run { get; init; }

    public int? Attempt { get; init; }
}
