using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>Renews the leases of rows that this process is long busy with, and gives them back when it stops.</summary>
internal sealed partial class OutboxLeases<TDbContext>(
    OutboxTable<TDbContext> table,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxLeases<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private readonly ConcurrentDictionary<long, DateTimeOffset> _held = [];

    public void Hold(OutboxMessage row) => _held[row.Id] = row.VisibleAt;

    public void LetGo(OutboxMessage row) => _held.TryRemove(row.Id, out _);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryLeaseAsync([.. _held.Keys], table.Now, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Twice within a lease: one that was renewed late, or not at the first try, is not yet over.
        var interval = options.Value.Lease / 3;
        while (true)
        {
            await Task.Delay(interval, time, stoppingToken);
            var until = table.Now + options.Value.Lease;
            var old = _held.Where(held => held.Value < until - interval).Select(held => held.Key).ToList();
            if (await TryLeaseAsync(old, until, stoppingToken))
            {
                // A row that was let go meanwhile stays so.
                old.ForEach(id => _held.TryUpdate(id, until, _held.GetValueOrDefault(id)));
            }
        }
    }

    private async Task<bool> TryLeaseAsync(List<long> ids, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            await table.LeaseAsync(ids, until, cancellationToken);
            return true;
        }
        catch (Exception error)
        {
            // Whoever takes such a row up meanwhile finds its message consumed, or consumes it first.
            Log.Failed(logger, ids.Count, error);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The leases of {Count} messages could not be changed.")]
        public static partial void Failed(ILogger logger, int count, Exception error);
    }
}
