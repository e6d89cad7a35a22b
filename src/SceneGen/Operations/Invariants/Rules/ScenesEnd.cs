using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>Every scene ends, and in one way: what has not ended has a timer that will move it.</summary>
internal sealed class ScenesEnd(SceneDbContext database, TimeProvider time) : IInvariant
{
    /// <summary>Longer than a message is under way from its timer to its scene.</summary>
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(10);

    private static readonly string[] Ended =
    [
        nameof(SceneStateMachine.Ready),
        nameof(SceneStateMachine.RolledBack),
        nameof(SceneStateMachine.Failed),
        nameof(SceneStateMachine.Canceled),
        nameof(SceneStateMachine.Expired),
    ];

    private static readonly string[] Failing =
    [
        nameof(SceneStateMachine.RollingBack), nameof(SceneStateMachine.RolledBack), nameof(SceneStateMachine.Failed),
    ];

    public string Name => "I1";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        string[] known = [.. Ended, .. SceneStates.Running];
        var scenes = database.Scenes.AsNoTracking().OrderBy(scene => scene.CorrelationId);
        await breaches.AddAsync(
            scenes.Where(scene => !known.Contains(scene.CurrentState))
                .Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is in no state there is: {scene.CurrentState}");
        await breaches.AddAsync(
            Stranded(scenes).Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is {scene.CurrentState}, and no timer will move it");
        await breaches.AddAsync(
            Overdue(scenes).Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is {scene.CurrentState} after its deadline");
        await breaches.AddAsync(
            scenes.Where(scene => Failing.Contains(scene.CurrentState) && scene.FailureCode == null)
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} has failed, and no code says why");
        var ended = await scenes.CountAsync(scene => Ended.Contains(scene.CurrentState), cancellationToken);
        var running = await scenes.CountAsync(scene => SceneStates.Running.Contains(scene.CurrentState), cancellationToken);
        return breaches.With($"{ended} scenes have ended, {running} are under way");
    }

    private IQueryable<SceneState> Stranded(IQueryable<SceneState> scenes)
    {
        var settled = time.GetUtcNow() - UnderWay;
        var timers = database.Set<OutboxMessage>();

        // One that waits for another scene's request, or for the operator, has no timer.
        return scenes
            .Where(scene => SceneStates.Running.Contains(scene.CurrentState) && scene.UpdatedAt < settled)
            .Where(scene => scene.CurrentState != nameof(SceneStateMachine.RollingBack)
                || (scene.RollbackRequests > 0 && scene.RollbackCaseAt == null))
            .Where(scene => !timers.Any(timer => timer.TokenId == (
                scene.CurrentState == nameof(SceneStateMachine.AwaitingTheme) ? scene.ThemeWaitToken
                : scene.CurrentState == nameof(SceneStateMachine.RollingBack) ? scene.RollbackToken
                : scene.StepToken)));
    }

    private IQueryable<SceneState> Overdue(IQueryable<SceneState> scenes)
    {
        var passed = time.GetUtcNow() - UnderWay;
        return scenes.Where(scene => scene.DeadlineAt < passed
            && (scene.CurrentState == nameof(SceneStateMachine.Submitting)
                || scene.CurrentState == nameof(SceneStateMachine.Generating)));
    }
}
