using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Scenes.Timers;

/// <summary>Scenes that wait for a timer of which no row is left: it was lost with a queue, or could not be consumed.</summary>
internal static class StrandedScenes
{
    /// <summary>Longer than a message is under way from its timer to its scene.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);

    /// <summary>Those that no timer of their state will move.</summary>
    public static IQueryable<SceneState> Stranded(this SceneDbContext database, DateTimeOffset now)
    {
        var settled = now - UnderWay;
        var timers = database.Set<OutboxMessage>();

        // One whose case is open waits for the operator.
        return database.Scenes.AsNoTracking()
            .Where(scene => SceneStates.Running.Contains(scene.CurrentState) && scene.UpdatedAt < settled)
            .Where(scene => scene.RollbackCaseAt == null || scene.CurrentState != nameof(SceneStateMachine.RollingBack))
            .Where(scene => !timers.Any(timer => timer.TokenId != null && timer.TokenId == (
                scene.CurrentState == nameof(SceneStateMachine.AwaitingTheme) ? scene.ThemeWaitToken
                : scene.CurrentState == nameof(SceneStateMachine.RollingBack) ? scene.RollbackToken
                : scene.StepToken)));
    }

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
