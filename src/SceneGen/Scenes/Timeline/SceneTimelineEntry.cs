namespace SceneGen.Scenes.Timeline;

/// <summary>One thing that happened to a scene, written in the transaction in which it happened.</summary>
public sealed class SceneTimelineEntry
{
    public required Guid SceneId { get; init; }

    /// <summary>Counts a scene's entries from 1, without gap or repeat.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string State { get; init; }

    public required int Attempt { get; init; }

    public required string Text { get; init; }
}
