using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Replicate;

namespace SceneGen.Web.Ops.Overview;

/// <summary>Reads the provider's budget as it stands.</summary>
internal sealed class ProviderReader(
    SceneDbContext database, SliceLease lease, ProviderTraffic traffic, IOptions<ReplicateOptions> options, TimeProvider time)
{
    public async Task<ProviderResource> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var budget = await database.ProviderBudget.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var slices = await database.ProviderSlices.AsNoTracking()
            .Where(slice => slice.ExpiresAt > now)
            .OrderBy(slice => slice.Instance)
            .Select(slice => new ProviderResource.Slice(
                slice.Instance, slice.CreatesPerMinute, slice.ReadsPerMinute, slice.ExpiresAt))
            .ToListAsync(cancellationToken);
        var (creates, reads) = (options.Value.CreatesPerMinute, options.Value.ReadsPerMinute);
        var inForce = BudgetRules.InForce(budget ?? new ProviderBudget(), creates, now);
        return new ProviderResource(
            new(creates, reads),
            new(inForce, reads),
            budget?.CreatesPausedUntil > now ? budget.CreatesPausedUntil : null,
            lease.Instance,
            new(traffic.InFlight.Creates, traffic.InFlight.Reads),
            slices);
    }
}
