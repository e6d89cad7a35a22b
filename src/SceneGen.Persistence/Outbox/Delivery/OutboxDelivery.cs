using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Delivers rows that were just committed. What it cannot deliver, the sweeper takes up when the lease is over.</summary>
internal sealed partial class OutboxDelivery<TDbContext>(
    OutboxSender sender, OutboxBin<TDbContext> bin, OutboxAlarm alarm, ILogger<OutboxDelivery<TDbContext>> logger)
    where TDbContext : DbContext
{
    public async Task DeliverAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            if (row.DueAt is { } due)
            {
                alarm.Set(due);
            }
            else
            {
                await TryAsync(row, cancellationToken);
            }
        }
    }

    private async Task TryAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        try
        {
            await sender.SendAsync(row, cancellationToken);
            if (!row.StaysUntilConsumed)
            {
                bin.Remove(row.Id);
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The work is committed; its messages must not make it seem to have failed.
            Log.Later(logger, row.MessageId, row.Destination, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} to {Destination} could not be sent at once; it will be.")]
        public static partial void Later(ILogger logger, Guid messageId, string destination, Exception error);
    }
}
