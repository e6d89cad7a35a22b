using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Data.Retention;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>
/// The entries of each timeline count up to the scene's own number, without gap and repeat, and from 1, but where retention
/// has removed the older ones before the scene went on.
/// </summary>
internal sealed class TimelinesCount(
    SceneDbContext database, IOptions<RetentionOptions> retention, TimeProvider time) : IInvariant
{
    public string Name => "I5";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var remembered = time.GetUtcNow() - retention.Value.Timelines;

        // In one statement, so that a scene and its entries are of one moment. No two entries have the same key.
        await breaches.AddAsync(
            database.Scenes.AsNoTracking()
                .Where(scene => scene.ErasedAt == null
                    && (scene.UpdatedAt > remembered || SceneStates.Running.Contains(scene.CurrentState)))
                .Select(scene => new
                {
                    Id = scene.CorrelationId,
                    Counted = scene.TimelineSequence,
                    IsOld = scene.CreatedAt < remembered,
                    Entries = database.Timeline.Count(entry => entry.SceneId == scene.CorrelationId),
                    First = database.Timeline.Where(entry => entry.SceneId == scene.CorrelationId)
                        .Min(entry => (int?)entry.Sequence) ?? 1,
                    Last = database.Timeline.Where(entry => entry.SceneId == scene.CorrelationId)
                        .Max(entry => (int?)entry.Sequence) ?? 0,
                })
                .Where(line => line.Entries != line.Last - line.First + 1
                    || line.First < 1
                    || (line.First > 1 && !line.IsOld)
                    || (line.Last != line.Counted && (line.Entries > 0 || !line.IsOld)))
                .OrderBy(line => line.Id)
                .Select(line => line.Id),
            scene => $"the timeline of scene {scene} has a gap or counts too far");
        return breaches.With($"{await database.Timeline.CountAsync(cancellationToken)} entries, without gap and repeat");
    }
}
