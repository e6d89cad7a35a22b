using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Replicate;

namespace SceneGen.Generation.Traffic.Slices;

/// <summary>Deals an instance its slice of the budget, one instance at a time, and tells it what the others have found out.</summary>
internal sealed class BudgetDealer(SceneDbContext database, IOptions<ReplicateOptions> options, TimeProvider time)
{
    private const int TheRow = ProviderBudget.TheRow;

    /// <summary>Slices of a busy fleet end together: whose has just ended will want another.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    public async Task<Deal> DealAsync(SliceRequest request, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var budget = await LockAsync(cancellationToken);
        var now = time.GetUtcNow();
        var forgotten = now - Remembered;
        var others = await database.ProviderSlices.AsNoTracking()
            .Where(slice => slice.Instance != request.Instance && slice.ExpiresAt > forgotten)
            .ToListAsync(cancellationToken);
        if (request.Throttled is { } throttled)
        {
            var succeeded = request.CreatesSucceeded + others.Sum(slice => slice.CreatesSucceeded);
            budget.CreatesPausedUntil = Later(budget.CreatesPausedUntil, throttled.Until);
            BudgetRules.Reduce(
                budget, options.Value.CreatesPerMinute, Math.Max(succeeded, throttled.LimitPerMinute ?? 0), now);
        }

        var limit = BudgetRules.InForce(budget, options.Value.CreatesPerMinute, now);
        var slice = SliceOf(request, limit, others, now);
        await database.ProviderSlices
            .Where(old => old.Instance == request.Instance || old.ExpiresAt <= forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        database.Add(slice);
        await database.SaveChangesAsync(cancellationToken);
        var gates = await database.ProviderGates.AsNoTracking().ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Deal(slice, others.Count == 0, limit, budget.CreatesPausedUntil, gates);
    }

    /// <summary>Who raises the number holds the row until its transaction ends.</summary>
    private async Task<ProviderBudget> LockAsync(CancellationToken cancellationToken)
    {
        while (await database.ProviderBudget
            .Where(budget => budget.Id == TheRow)
            .ExecuteUpdateAsync(set => set.SetProperty(budget => budget.Deals, budget => budget.Deals + 1), cancellationToken) == 0)
        {
            await database.Database.ExecuteSqlAsync(
                $"""INSERT INTO provider_budget ("Id", "Deals") VALUES ({TheRow}, 0) ON CONFLICT DO NOTHING""", cancellationToken);
        }

        return await database.ProviderBudget.SingleAsync(budget => budget.Id == TheRow, cancellationToken);
    }

    private ProviderSlice SliceOf(
        SliceRequest request, double createLimit, IReadOnlyList<ProviderSlice> others, DateTimeOffset now)
    {
        var creates = BudgetRules.Share(
            createLimit, request.CreatesWanted, [.. others.Select(other => (other.CreatesWanted, HeldOf(other, other.CreatesPerMinute)))]);
        var reads = BudgetRules.Share(
            options.Value.ReadsPerMinute, request.ReadsWanted, [.. others.Select(other => (other.ReadsWanted, HeldOf(other, other.ReadsPerMinute)))]);
        return new ProviderSlice
        {
            Instance = request.Instance,
            CreatesPerMinute = Math.Min(creates, request.MostOf(createLimit, request.CreatesWanted)),
            ReadsPerMinute = Math.Min(reads, request.MostOf(options.Value.ReadsPerMinute, request.ReadsWanted)),
            CreatesWanted = request.CreatesWanted,
            ReadsWanted = request.ReadsWanted,
            CreatesSucceeded = request.CreatesSucceeded,
            ExpiresAt = now + request.Life,
        };

        double HeldOf(ProviderSlice other, double perMinute) => other.ExpiresAt > now ? perMinute : 0;
    }

    private static DateTimeOffset Later(DateTimeOffset? known, DateTimeOffset until) => known > until ? known.Value : until;
}
