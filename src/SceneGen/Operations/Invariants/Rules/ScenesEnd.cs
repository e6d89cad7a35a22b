using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timers;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>Every scene ends, and in one way: what has not ended has a timer that will move it.</summary>
internal sealed class ScenesEnd(SceneDbContext database, IOptions<SceneOptions> options, TimeProvider time) : IInvariant
{
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
        var (breaches, now) = (new Breaches(cancellationToken), time.GetUtcNow());
        string[] known = [.. Ended, .. SceneStates.Running];
        var scenes = database.Scenes.AsNoTracking().OrderBy(scene => scene.CorrelationId);
        await breaches.AddAsync(
            scenes.Where(scene => !known.Contains(scene.CurrentState))
                .Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is in no state there is: {scene.CurrentState}");
        await breaches.AddAsync(
            database.Stranded(now, options.Value.ThemeWait).OrderBy(scene => scene.CorrelationId).Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is {scene.CurrentState}, and no timer will move it");
        await breaches.AddAsync(
            database.Overdue(now).OrderBy(scene => scene.CorrelationId).Select(scene => new { scene.CorrelationId, scene.CurrentState }),
            scene => $"scene {scene.CorrelationId} is {scene.CurrentState} after its deadline");
        await breaches.AddAsync(
            scenes.Where(scene => Failing.Contains(scene.CurrentState) && scene.FailureCode == null)
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} has failed, and no code says why");
        var ended = await scenes.CountAsync(scene => Ended.Contains(scene.CurrentState), cancellationToken);
        var running = await scenes.CountAsync(scene => SceneStates.Running.Contains(scene.CurrentState), cancellationToken);
        return breaches.With($"{ended} scenes have ended, {running} are under way");
    }
}
