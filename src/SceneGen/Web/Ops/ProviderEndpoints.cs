using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Replicate;

namespace SceneGen.Web.Ops;

/// <summary>How much may be asked of the provider, and who may ask it.</summary>
internal static class ProviderEndpoints
{
    public static void MapProvider(this IEndpointRouteBuilder routes) => routes.MapGet("/api/ops/provider", ShowAsync);

    private static async Task<Ok<ProviderResource>> ShowAsync(
        SceneDbContext database,
        SliceLease lease,
        ProviderTraffic traffic,
        IOptions<ReplicateOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
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
        return TypedResults.Ok(new ProviderResource(
            new(creates, reads),
            new(inForce, reads),
            budget?.CreatesPausedUntil > now ? budget.CreatesPausedUntil : null,
            lease.Instance,
            new(traffic.InFlight.Creates, traffic.InFlight.Reads),
            slices));
    }
}
