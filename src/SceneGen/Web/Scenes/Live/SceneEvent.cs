using SceneGen.Scenes;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Live;

/// <summary>How a scene stood when something happened to it; step, failure and image as the scene itself says them.</summary>
internal sealed record SceneEvent
{
    public required int Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Status { get; init; }

    public required SceneStep Step { get; init; }

    public required SceneFailure? Failure { get; init; }

    public required SceneImageResource? Image { get; init; }

    /// <summary>How it stands now.</summary>
    public static SceneEvent Of(SceneState scene, SceneResource shown)
        => Of(shown, scene.TimelineSequence, scene.UpdatedAt);

    /// <summary>How it stood. What is over is told as far as the scene still knows it.</summary>
    public static SceneEvent Of(SceneTimelineEntry entry, SceneState scene, SceneResource shown, Language language)
        => entry.State == scene.CurrentState && entry.Attempt == scene.Attempt
            ? Of(shown, entry.Sequence, entry.At)
            : new SceneEvent
            {
                Sequence = entry.Sequence,
                At = entry.At,
                Status = SceneStatus.OfState(entry.State),
                Step = SceneStep.Of(entry, language),
                Failure = entry.State is nameof(SceneStateMachine.RollingBack) ? FailureThen(scene, shown) : null,
                Image = null,
            };

    private static SceneEvent Of(SceneResource shown, int sequence, DateTimeOffset at) => new()
    {
        Sequence = sequence,
        At = at,
        Status = shown.Status,
        Step = shown.Step,
        Failure = shown.Failure,
        Image = shown.Image,
    };

    /// <summary>Whether the avatar would be rolled back was open, and no other run could begin.</summary>
    private static SceneFailure? FailureThen(SceneState scene, SceneResource shown)
        => scene.FailureCode is null ? null : shown.Failure! with { AvatarRolledBack = false, Retryable = false };
}
