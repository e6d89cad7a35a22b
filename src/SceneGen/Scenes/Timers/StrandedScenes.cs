using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Scenes.Timers;

/// <summary>Scenes whose timer has gone off and come to nobody, so that no row of it is left.</summary>
internal static class StrandedScenes
{
    /// <summary>Longer than a message is under way from its timer to its scene.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);

    private static readonly string[] WithSteps =
    [
        nameof(SceneStateMachine.Submitting), nameof(SceneStateMachine.Generating), nameof(SceneStateMachine.Storing),
    ];

    /// <summary>Those that no timer of their state will move. The many that wait for a theme are read when their wait is over.</summary>
    public static IQueryable<SceneState> Stranded(this SceneDbContext database, DateTimeOffset now, TimeSpan themeWait)
    {
        var (settled, waited) = (now - UnderWay, now - UnderWay - themeWait);
        var scenes = database.Scenes.AsNoTracking();
        var timers = database.Timers();
        return scenes
            .Where(scene => WithSteps.Contains(scene.CurrentState) && scene.UpdatedAt < settled)
            .Where(scene => !timers.Any(timer => timer.TokenId == scene.StepToken))
            .Concat(scenes
                .Where(scene => scene.CurrentState == nameof(SceneStateMachine.AwaitingTheme))
                .Where(scene => scene.UpdatedAt < waited && scene.ThemeWaitEndsAt < settled)
                .Where(scene => !timers.Any(timer => timer.TokenId == scene.ThemeWaitToken)))

            // One that waits for another scene's answer may be older than its timer, and one whose case is open has none.
            .Concat(scenes
                .Where(scene => scene.CurrentState == nameof(SceneStateMachine.RollingBack) && scene.UpdatedAt < settled)
                .Where(scene => scene.RollbackRequests > 0 && scene.RollbackCaseAt == null)
                .Where(scene => !timers.Any(timer => timer.TokenId == scene.RollbackToken)));
    }

    /// <summary>What waits to go off: a scene without a token has none of it.</summary>
    public static IQueryable<OutboxMessage> Timers(this SceneDbContext database)
        => database.Set<OutboxMessage>().Where(timer => timer.TokenId != null);

    /// <summary>Those that should have ended at their deadline.</summary>
    public static IQueryable<SceneState> Overdue(this SceneDbContext database, DateTimeOffset now)
    {
        var passed = now - UnderWay;
        return database.Scenes.AsNoTracking()
            .Where(scene => scene.DeadlineAt < passed
                && (scene.CurrentState == nameof(SceneStateMachine.Submitting)
                    || scene.CurrentState == nameof(SceneStateMachine.Generating)));
    }
}
