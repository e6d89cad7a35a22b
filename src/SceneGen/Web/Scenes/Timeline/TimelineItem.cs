using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Timeline;

/// <summary>One thing that happened to a scene, in the user's words.</summary>
internal sealed record TimelineItem
{
    /// <summary>Counts all of a scene's entries; some say nothing to a user and are left out.</summary>
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Status { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public required int? DurationMs { get; init; }

    public required int Attempt { get; init; }

    public static TimelineItem Of(SceneTimelineEntry entry, Language language) => new()
    {
        Sequence = entry.Sequence,
        At = entry.At,
        Status = SceneStatus.OfState(entry.State),
        Kind = entry.Kind,
        Text = EventWords.For(entry).In(language),
        DurationMs = entry.DurationMs,
        Attempt = entry.Attempt,
    };
}
