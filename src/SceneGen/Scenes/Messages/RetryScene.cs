namespace SceneGen.Scenes.Messages;

/// <summary>Command: make a scene that ended without a picture once more, in a new run.</summary>
public sealed record RetryScene
{
    public required Guid SceneId { get; init; }

    /// <summary>The run that the caller saw end: of two who ask at once, the second finds another.</summary>
    public required int Run { get; init; }

    /// <summary>Null: the scene's own, if it has one.</summary>
    public string? Theme { get; init; }

    /// <summary>The theme is to be chosen again first.</summary>
    public bool AwaitsTheme { get; init; }

    /// <summary>Whether a picture that was paid before is looked for first; null: where it may do.</summary>
    public bool? ReusesPaid { get; init; }
}
