using System.Collections.Concurrent;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Persistence.Outbox.HandOver;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>
/// Delivers what is due, and what others left behind. Any number of instances may sweep the same table: a row is leased
/// to the one that took it up.
/// </summary>
internal sealed partial class OutboxSweeper<TDbContext>(
    OutboxTable<TDbContext> table,
    OutboxHandOver<TDbContext> handOver,
    OutboxAlarm alarm,
    IBusControl bus,
    ILogger<OutboxSweeper<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int MostAtOnce = 16;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isReleased = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                isReleased = isReleased || await table.ReleaseOwnLeasesAsync(stoppingToken);
                var wakeAt = await SweepAsync(stoppingToken);
                await table.GatherAsync(stoppingToken);
                await alarm.SleepUntilAsync(wakeAt, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The database or the broker is away: nothing is lost by waiting.
                Log.Failed(logger, error);
                await alarm.SleepUntilAsync(table.Now + AfterFailure, stoppingToken);
            }
        }
    }

    /// <summary>Delivers all that is due, and says when to look again.</summary>
    private async Task<DateTimeOffset> SweepAsync(CancellationToken cancellationToken)
    {
        // A broker that is away is no fault of the rows: they are not taken up, and none is given up.
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, cancellationToken);

        IReadOnlyList<OutboxMessage> rows;
        do
        {
            rows = await table.TakeAsync(cancellationToken);
            var (sent, left) = (new ConcurrentBag<long>(), new ConcurrentBag<long>());
            await Parallel.ForEachAsync(
                rows,
                new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancellationToken },
                (row, stop) => TryAsync(row, sent, left, stop));

            await table.RemoveAsync([.. sent], cancellationToken);
            if (!left.IsEmpty)
            {
                await table.GiveBackAsync([.. left], cancellationToken);
                break;
            }
        }
        while (table.IsFull(rows));

        return await table.NextWakeAsync(cancellationToken);
    }

    private async ValueTask TryAsync(
        OutboxMessage row, ConcurrentBag<long> sent, ConcurrentBag<long> left, CancellationToken cancellationToken)
    {
        try
        {
            if (table.IsGivenUp(row))
            {
                throw new InvalidOperationException($"It was delivered {row.Deliveries - 1} times and never consumed.");
            }

            if (await handOver.DeliverAsync(row, cancellationToken) && !row.StaysUntilConsumed)
            {
                sent.Add(row.Id);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotSent(logger, row.MessageId, row.Destination, row.Deliveries, error);
            if (bus.CheckHealth().Status is not BusHealthStatus.Healthy)
            {
                // The broker has gone, which is no fault of the row.
                left.Add(row.Id);
                return;
            }

            // One message that cannot be sent keeps no other one waiting.
            await table.PostponeAsync(row, error.Message, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The outbox could not be swept; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} to {Destination} was not sent, delivery {Delivery}.")]
        public static partial void NotSent(ILogger logger, Guid messageId, string destination, int delivery, Exception error);
    }
}
