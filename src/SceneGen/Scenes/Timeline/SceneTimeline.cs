using MassTransit;
using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes.Timeline;

/// <summary>How a scene's entries come about: each in the transaction of what it tells.</summary>
internal static class SceneTimeline
{
    public static void Note(this SceneState scene, DateTimeOffset now, Happened happened, int? attempt = null)
        => scene.Add(now, TimelineLine.Of(happened), attempt);

    /// <summary>What operators alone read, for whom no code is needed.</summary>
    public static void Note(this SceneState scene, DateTimeOffset now, string text, string kind = TimelineKinds.Note)
        => scene.Add(now, new TimelineLine(now, kind, text));

    /// <summary>What others did for the scene, who tell of it with what came of it.</summary>
    public static void Note(
        this SceneState scene, DateTimeOffset now, IReadOnlyList<Happened> happened, int attempt)
    {
        foreach (var one in happened)
        {
            scene.Note(now, one, attempt);
        }
    }

    /// <summary>The same, when with it the scene no longer waits for its turn.</summary>
    public static void GoOn(this SceneState scene, DateTimeOffset now, IReadOnlyList<Happened> happened, int attempt)
    {
        var wentOn = happened.Count > 0 ? happened[0].At - TimeSpan.FromMilliseconds(happened[0].DurationMs ?? 0) : now;
        scene.EndWait(now, wentOn);
        scene.Note(now, happened, attempt);
    }

    /// <summary>For a step of the scene's own.</summary>
    public static void Note<T>(
        this BehaviorContext<SceneState, T> context, string code, TimelineFacts? facts = null, string? detail = null)
        where T : class
    {
        var now = context.Now();
        context.Saga.Note(now, new Happened { Code = code, At = now, Facts = facts, Detail = detail });
    }

    /// <summary>The scene has entered its state. Returns what is said of it.</summary>
    public static string NoteTransition(this SceneState scene, DateTimeOffset now)
    {
        scene.EndWait(now, now);
        var words = TimelineWords.For(scene);
        var entered = new Happened
        {
            Code = TimelineCodes.Entered,
            At = now,
            DurationMs = scene.StateEnteredAt is { } since ? Milliseconds.Of(now - since) : null,
        };
        scene.Add(now, TimelineLine.Of(entered) with { Kind = TimelineKinds.Transition, Text = words });
        scene.StateEnteredAt = now;
        return words;
    }

    public static DateTimeOffset Now<T>(this BehaviorContext<SceneState, T> context)
        where T : class
        => ((SceneStateMachine)context.StateMachine).Timers.Now;

    private static void Add(this SceneState scene, DateTimeOffset now, TimelineLine line, int? attempt = null)
    {
        // Nothing is told of a scene that its user has deleted.
        if (scene.ErasedAt is not null)
        {
            return;
        }

        scene.UpdatedAt = now;
        scene.NewTimelineEntries.Add(line.In(scene, ++scene.TimelineSequence, attempt));
    }
}
