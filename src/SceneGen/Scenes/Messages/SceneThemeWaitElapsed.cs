namespace SceneGen.Scenes.Messages;

/// <summary>Timer: nobody chose a theme in time.</summary>
public sealed record SceneThemeWaitElapsed
{
    public required Guid SceneId { get; init; }
}
