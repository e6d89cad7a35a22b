using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Data.Retention;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>The entries of each timeline count up from 1 to the scene's own number, without gap and repeat.</summary>
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
                .Where(scene => database.Timeline.Count(entry => entry.SceneId == scene.CorrelationId) != scene.TimelineSequence
                    || database.Timeline.Any(entry => entry.SceneId == scene.CorrelationId
                        && (entry.Sequence < 1 || entry.Sequence > scene.TimelineSequence)))
                .OrderBy(scene => scene.CorrelationId)
                .Select(scene => scene.CorrelationId),
            scene => $"the timeline of scene {scene} has a gap or counts too far");
        return breaches.With($"{await database.Timeline.CountAsync(cancellationToken)} entries, without gap and repeat");
    }
}
