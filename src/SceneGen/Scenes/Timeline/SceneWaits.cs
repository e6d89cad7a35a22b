using SceneGen.Scenes.Timers;

namespace SceneGen.Scenes.Timeline;

/// <summary>How a scene waits at a gate, or for the budget: told when it begins and when it is over.</summary>
internal static class SceneWaits
{
    public static Happened Began(DateTimeOffset at, string gate, string? reason, TimeSpan wait) => new()
    {
        Code = TimelineCodes.WaitBegan,
        At = at,
        Facts = new TimelineFacts { Gate = gate, Reason = reason, WaitMs = (long)wait.TotalMilliseconds },
    };

    public static Happened Ended(DateTimeOffset at, DateTimeOffset since, string? gate = null) => new()
    {
        Code = TimelineCodes.WaitEnded,
        At = at,
        DurationMs = Milliseconds.Of(at - since),
        Facts = gate is null ? null : new TimelineFacts { Gate = gate },
    };

    /// <summary>The scene may not ask for its picture now.</summary>
    public static void WaitAt(this SceneState scene, DateTimeOffset now, string gate, string? reason, TimeSpan wait)
    {
        if (scene.WaitsFor == gate)
        {
            return;
        }

        scene.EndWait(now, now);
        (scene.WaitsFor, scene.WaitsSince) = (gate, now);
        scene.Note(now, Began(now, gate, reason, wait));
    }

    public static void EndWait(this SceneState scene, DateTimeOffset now, DateTimeOffset wentOn)
    {
        if (scene is { WaitsFor: { } gate, WaitsSince: { } since })
        {
            scene.Note(now, Ended(wentOn, since, gate));
            (scene.WaitsFor, scene.WaitsSince) = (null, null);
        }
    }
}
