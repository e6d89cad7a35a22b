namespace SceneGen.Contracts;

/// <summary>Event in: the user no longer wants the scene. A scene that has ended, or is rolling back, is left as it is.</summary>
public sealed record SceneCancelRequested
{
    /// <summary>The scene to cancel.</summary>
    public required Guid SceneId { get; init; }

    /// <summary>Why, for the timeline; at most 500 characters.</summary>
    public string? Reason { get; init; }
}
