using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Traffic;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Scenes.Forecasts;

/// <summary>Reads how long the newest scenes of a day took, and who waits in line.</summary>
internal static class PaceReading
{
    private const int Newest = 200;
    private const int LongestLine = 10_000;
    private static readonly TimeSpan Late = TimeSpan.FromDays(1);

    public static async Task<Forecast> ReadAsync(
        SceneDbContext database, int ordersPerMinute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Late;
        var steps = await database.Scenes.AsNoTracking()
            .Where(scene => scene.CurrentState == nameof(SceneStateMachine.Ready) && scene.UpdatedAt >= since)
            .OrderByDescending(scene => scene.UpdatedAt)
            .Take(Newest)
            .Join(
                database.Timeline
                    .Where(entry => entry.Kind == TimelineKinds.Transition && entry.DurationMs != null && entry.At >= since),
                scene => scene.CorrelationId,
                entry => entry.SceneId,
                (scene, entry) => new Step(
                    scene.Model,
                    entry.State,
                    entry.DurationMs!.Value,
                    database.Timeline.Any(other => other.SceneId == scene.CorrelationId && other.Code == TimelineCodes.WaitBegan)))
            .ToListAsync(cancellationToken);
        var line = await database.Scenes.AsNoTracking()
            .Where(scene => scene.CurrentState == nameof(SceneStateMachine.Submitting))
            .Where(scene => scene.WaitsFor == TrafficStop.Budget.Gate && scene.WaitsSince != null)
            .OrderBy(scene => scene.WaitsSince)
            .Select(scene => scene.WaitsSince!.Value)
            .Take(LongestLine)
            .ToListAsync(cancellationToken);
        return Of(steps) with { Line = line, OrdersPerMinute = ordersPerMinute };
    }

    /// <summary>An entry tells how long the scene was in the state that it left.</summary>
    private static Forecast Of(List<Step> steps) => new()
    {
        Submitting = PaceOf(steps.Where(step => step is { Entered: nameof(SceneStateMachine.Generating), HasWaited: false })),
        Storing = PaceOf(steps.Where(step => step.Entered is nameof(SceneStateMachine.Ready))),
        Models = steps
            .Where(step => step is { Entered: nameof(SceneStateMachine.Storing), Model: not null })
            .GroupBy(step => step.Model!, StringComparer.Ordinal)
            .Select(painted => (Model: painted.Key, Pace: PaceOf(painted)))
            .Where(known => known.Pace is not null)
            .ToDictionary(known => known.Model, known => known.Pace!, StringComparer.Ordinal),
    };

    private static Pace? PaceOf(IEnumerable<Step> steps)
        => Pace.Of(steps.Select(step => TimeSpan.FromMilliseconds(step.Milliseconds)));

    private sealed record Step(string? Model, string Entered, int Milliseconds, bool HasWaited);
}
