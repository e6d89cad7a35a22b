namespace SceneGen.Scenes.Timeline;

/// <summary>One thing that happened to a scene, written in the transaction in which it happened.</summary>
public sealed class SceneTimelineEntry
{
    public required Guid SceneId { get; init; }

    /// <summary>Counts a scene's entries from 1, without gap or repeat.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was over.</summary>
    public required DateTimeOffset At { get; init; }

    public required string State { get; init; }

    public required int Attempt { get; init; }

    /// <summary>For operators, in English.</summary>
    public required string Text { get; init; }

    /// <summary>One of <see cref="TimelineKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// One of <see cref="TimelineCodes"/>, by which users are told in their words; null where only operators are told.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>How long it took until then; of a transition, how long the scene was in the state it left.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The facts as a small JSON object; never a URL, a token or anything of the user's.</summary>
    public string? Data { get; init; }
}
