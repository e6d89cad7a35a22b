using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Operations.Overview;

/// <summary>
/// Counts scenes without reading those that wait or have ended, which may be millions: their states are counted in the
/// index, and the ages of those that wait for a theme are those of the last hour's arrivals.
/// </summary>
internal sealed class SceneCounts(SceneDbContext database, TimeProvider time)
{
    private static readonly string[] UnderWay =
        [.. SceneStates.Running.Where(state => state != nameof(SceneStateMachine.AwaitingTheme))];

    /// <summary>All states, those that have ended too; deleted scenes count until they are forgotten.</summary>
    public Task<Dictionary<string, long>> CountAsync(CancellationToken cancellationToken)
        => database.Scenes
            .GroupBy(scene => scene.CurrentState)
            .Select(scenes => new { scenes.Key, Count = scenes.LongCount() })
            .ToDictionaryAsync(scenes => scenes.Key, scenes => scenes.Count, StringComparer.Ordinal, cancellationToken);

    /// <summary>By their last change.</summary>
    public Task<Dictionary<string, SceneAges>> CountUnderWayAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (m1, m5, m15, h1) = (now.AddMinutes(-1), now.AddMinutes(-5), now.AddMinutes(-15), now.AddHours(-1));
        return database.Scenes
            .Where(scene => UnderWay.Contains(scene.CurrentState))
            .GroupBy(scene => scene.CurrentState)
            .Select(scenes => new
            {
                scenes.Key,
                Ages = new SceneAges(
                    scenes.LongCount(scene => scene.UpdatedAt > m1),
                    scenes.LongCount(scene => scene.UpdatedAt <= m1 && scene.UpdatedAt > m5),
                    scenes.LongCount(scene => scene.UpdatedAt <= m5 && scene.UpdatedAt > m15),
                    scenes.LongCount(scene => scene.UpdatedAt <= m15 && scene.UpdatedAt > h1),
                    scenes.LongCount(scene => scene.UpdatedAt <= h1)),
            })
            .ToDictionaryAsync(scenes => scenes.Key, scenes => scenes.Ages, StringComparer.Ordinal, cancellationToken);
    }

    /// <summary>Those that came within the hour; the older ones are all the others.</summary>
    public async Task<SceneAges> CountAwaitingAsync(long all, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (m1, m5, m15, h1) = (now.AddMinutes(-1), now.AddMinutes(-5), now.AddMinutes(-15), now.AddHours(-1));
        var young = await database.Scenes
            .Where(scene => scene.CreatedAt > h1 && scene.CurrentState == nameof(SceneStateMachine.AwaitingTheme))
            .GroupBy(_ => 1)
            .Select(scenes => new SceneAges(
                scenes.LongCount(scene => scene.CreatedAt > m1),
                scenes.LongCount(scene => scene.CreatedAt <= m1 && scene.CreatedAt > m5),
                scenes.LongCount(scene => scene.CreatedAt <= m5 && scene.CreatedAt > m15),
                scenes.LongCount(scene => scene.CreatedAt <= m15),
                0))
            .SingleOrDefaultAsync(cancellationToken) ?? new SceneAges(0, 0, 0, 0, 0);
        return young with { Older = Math.Max(0, all - young.Total) };
    }

    public async Task<OpenRollbacks> CountRollbacksAsync(CancellationToken cancellationToken)
    {
        var open = database.Scenes.Where(scene => scene.CurrentState == nameof(SceneStateMachine.RollingBack));
        var counted = await open
            .GroupBy(_ => 1)
            .Select(scenes => new { Count = scenes.Count(), Cases = scenes.Count(scene => scene.RollbackCaseAt != null) })
            .SingleOrDefaultAsync(cancellationToken);
        return counted is null
            ? new OpenRollbacks(0, 0, null)
            : new OpenRollbacks(
                counted.Count,
                counted.Cases,
                await open.OrderBy(scene => scene.RollbackRequestedAt)
                    .Select(scene => scene.RollbackRequestedAt)
                    .FirstOrDefaultAsync(cancellationToken));
    }
}
