using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Operations.Overview;

namespace SceneGen.Web.Ops.Overview;

/// <summary>Counts what is counted rarely.</summary>
internal sealed class SlowCounter(SceneDbContext database, SceneCounts scenes, OutboxCounts outbox, CostCounter cost)
{
    public async Task<SlowCounts> CountAsync(CancellationToken cancellationToken)
    {
        var files = await database.KeptFiles
            .Where(file => file.ReleasedAt == null)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Bytes = all.Sum(file => file.Bytes ?? 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return new SlowCounts(
            await scenes.CountAsync(cancellationToken),
            await outbox.CountAllAsync(cancellationToken),
            await outbox.CountParkedAsync(cancellationToken),
            await cost.CountAsync(cancellationToken),
            new OverviewResource.StorageCounts(files?.Count ?? 0, files?.Bytes ?? 0));
    }
}
