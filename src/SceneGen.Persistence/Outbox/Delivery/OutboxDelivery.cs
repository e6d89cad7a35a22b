using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Persistence.Outbox.HandOver;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>
/// Delivers rows that were just committed, beside whoever committed them. What it cannot deliver, the sweeper takes up
/// when the lease is over.
/// </summary>
internal sealed partial class OutboxDelivery<TDbContext>(
    OutboxHandOver<TDbContext> handOver,
    OutboxSender sender,
    OutboxBin<TDbContext> bin,
    OutboxAlarm alarm,
    ILogger<OutboxDelivery<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int Workers = 8;
    private const int MostWaiting = 10_000;

    private readonly Channel<OutboxMessage> _rows =
        Channel.CreateBounded<OutboxMessage>(new BoundedChannelOptions(MostWaiting));

    /// <summary>Returns at once: the rows are safe, and a broker that is away holds nobody up.</summary>
    public void Deliver(IEnumerable<OutboxMessage> rows)
    {
        foreach (var row in rows)
        {
            if (row.DueAt is { } due)
            {
                alarm.Set(due);
            }
            else if (!handOver.TryTake(row) && !_rows.Writer.TryWrite(row))
            {
                Log.Full(logger, row.MessageId);
            }
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await foreach (var row in _rows.Reader.ReadAllAsync(cancellationToken))
        {
            try
            {
                await sender.SendAsync(row, cancellationToken);
                if (!row.StaysUntilConsumed)
                {
                    bin.Remove(row.Id);
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
            {
                Log.Later(logger, row.MessageId, row.Destination, error);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} to {Destination} could not be sent at once; it will be.")]
        public static partial void Later(ILogger logger, Guid messageId, string destination, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "Too many messages wait to be sent; {MessageId} will be when its lease is over.")]
        public static partial void Full(ILogger logger, Guid messageId);
    }
}
