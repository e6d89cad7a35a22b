using SceneGen.Scenes;
using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>Where a scene stands, in the user's words.</summary>
internal sealed record SceneStep
{
    public required string Text { get; init; }

    public required int Percent { get; init; }

    /// <summary>Null while nothing honest can be said.</summary>
    public int? EtaSeconds { get; init; }

    public required int Attempt { get; init; }

    public static SceneStep Of(SceneState scene, Language language, DateTimeOffset now, int? secondsLeft) => new()
    {
        Text = StepWords.For(scene).In(language),
        Percent = Progress.Of(scene.CurrentState, scene.Attempt, now - (scene.StateEnteredAt ?? now)),
        EtaSeconds = secondsLeft,
        Attempt = scene.Attempt,
    };

    /// <summary>Where a scene stood that has gone on since.</summary>
    public static SceneStep Of(SceneTimelineEntry entry, Language language) => new()
    {
        Text = StepWords.For(entry.State).In(language),
        Percent = Progress.Of(entry.State, entry.Attempt, TimeSpan.Zero),
        Attempt = entry.Attempt,
    };
}
