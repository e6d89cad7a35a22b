using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Persistence.Outbox.Telemetry;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>The sweeper's statements, each a transaction of its own.</summary>
internal sealed class OutboxTable<TDbContext>(
    IServiceScopeFactory scopes, IOptions<OutboxOptions> options, OutboxMeter meter, TimeProvider time)
    where TDbContext : DbContext
{
    private const int LongestReason = 500;
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromMinutes(5);
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    public DateTimeOffset Now => time.GetUtcNow();

    public bool IsGivenUp(OutboxMessage row) => row.Deliveries > options.Value.MostDeliveries;

    /// <summary>There may be more where these came from.</summary>
    public bool IsFull(IReadOnlyList<OutboxMessage> rows) => rows.Count == options.Value.BatchSize;

    /// <summary>What is due soon after is taken up together.</summary>
    public Task GatherAsync(CancellationToken cancellationToken)
        => Task.Delay(options.Value.Gathering, time, cancellationToken);

    /// <summary>
    /// On a bus that forgets, there is one process; what an earlier one had sent and not seen consumed is sent again at once.
    /// </summary>
    public async Task<bool> ReleaseOwnLeasesAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.BusKeepsMessages)
        {
            // What this very process has written since is being delivered.
            var (now, ownLeases) = (Now, _startedAt + options.Value.Lease);
            await UseAsync(rows => rows
                .Where(row => row.VisibleAt < ownLeases && (row.DueAt == null || row.DueAt <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.VisibleAt, now), cancellationToken));
        }

        return true;
    }

    /// <summary>Leases the rows that are due, oldest first.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TDbContext>();
        var now = Now;
        var lease = now + options.Value.Lease;
        var rows = await database.Set<OutboxMessage>()
            .FromSqlRaw(OutboxStatements.Take(database), Stored(database, lease), Stored(database, now), options.Value.BatchSize)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(row => row.DueAt ?? row.VisibleAt).ThenBy(row => row.Id)];
    }

    public async Task RemoveAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await UseAsync(async rows => meter.Deliver(
                await rows.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken)));
        }
    }

    /// <summary>For the next sweep; that they were taken up is not held against them.</summary>
    public Task GiveBackAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var now = Now;
        return UseAsync(rows => rows.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.VisibleAt, now)
                .SetProperty(row => row.Deliveries, row => row.Deliveries - 1),
            cancellationToken));
    }

    /// <summary>Others may deliver these rows from then on.</summary>
    public async Task LeaseAsync(IReadOnlyList<long> ids, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await UseAsync(rows => rows
                .Where(row => ids.Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.VisibleAt, until), cancellationToken));
        }
    }

    /// <summary>Later, each time longer; after too many times not until an operator says so.</summary>
    public Task PostponeAsync(OutboxMessage row, string reason, CancellationToken cancellationToken)
    {
        var backoff = options.Value.Lease * Math.Pow(2, Math.Min(row.Deliveries, 10) - 1);
        var visibleAt = Now + (backoff < LongestBackoff ? backoff : LongestBackoff);
        var parkedAt = row.Deliveries >= options.Value.MostDeliveries ? Now : (DateTimeOffset?)null;
        var parkedReason = parkedAt is null ? null : reason[..Math.Min(reason.Length, LongestReason)];
        return UseAsync(rows => rows.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(one => one.VisibleAt, visibleAt)
                .SetProperty(one => one.ParkedAt, parkedAt)
                .SetProperty(one => one.ParkedReason, parkedReason),
            cancellationToken));
    }

    public async Task<DateTimeOffset> NextWakeAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        await UseAsync(async rows => next = await rows
            .Where(row => row.ParkedAt == null)
            .OrderBy(row => row.VisibleAt)
            .Select(row => (DateTimeOffset?)row.VisibleAt)
            .FirstOrDefaultAsync(cancellationToken));
        var latest = Now + options.Value.LongestSleep;
        return next < latest ? next.Value : latest;
    }

    /// <summary>A value as the model's converter stores it, for raw SQL knows no converters.</summary>
    private static object Stored(TDbContext database, DateTimeOffset value)
    {
        var converter = database.Model.FindEntityType(typeof(OutboxMessage))!
            .FindProperty(nameof(OutboxMessage.VisibleAt))!
            .GetTypeMapping().Converter;
        return converter?.ConvertToProvider(value) ?? value;
    }

    private async Task UseAsync(Func<DbSet<OutboxMessage>, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TDbContext>().Set<OutboxMessage>());
    }
}
