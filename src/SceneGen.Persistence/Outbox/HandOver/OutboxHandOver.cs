using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>
/// Gives committed messages for this process's own endpoints to their consumers without the bus. A row is leased to this
/// process until its message was consumed, so that others take it up when the process dies.
/// </summary>
internal sealed partial class OutboxHandOver<TDbContext>(
    LocalQueues queues,
    OutboxLeases<TDbContext> leases,
    OutboxSender sender,
    OutboxBin<TDbContext> bin,
    ILogger<OutboxHandOver<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private readonly CancellationTokenSource _impatience = new();

    /// <summary>False for what is not for this process, or too much for it: that is the bus's.</summary>
    public bool TryTake(OutboxMessage row)
    {
        if (queues.Find(row) is not { } queue)
        {
            return false;
        }

        leases.Hold(row);
        if (queue.TryAdd(row))
        {
            return true;
        }

        leases.LetGo(row);
        return false;
    }

    /// <summary>True when the message has left: its row may go.</summary>
    public async Task<bool> DeliverAsync(OutboxMessage row, CancellationToken cancellationToken)
    {
        if (TryTake(row))
        {
            return false;
        }

        await sender.SendAsync(row, cancellationToken);
        return true;
    }

    /// <summary>What is being consumed may end, as long as the host has patience; what waits is left to others.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(_impatience.Cancel);
        await base.StopAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _impatience.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(queues.All.SelectMany(queue =>
            Enumerable.Range(0, queue.Workers).Select(_ => WorkAsync(queue, stoppingToken))));

    private async Task WorkAsync(LocalQueue queue, CancellationToken stoppingToken)
    {
        while (await queue.Rows.WaitToReadAsync(stoppingToken))
        {
            while (!stoppingToken.IsCancellationRequested && queue.Rows.TryRead(out var row))
            {
                await HandOverAsync(row, queue);
            }
        }
    }

    private async Task HandOverAsync(OutboxMessage row, LocalQueue queue)
    {
        try
        {
            await queue.ConsumeAsync(row, _impatience.Token);
            bin.Remove(row.Id);
        }
        catch (Exception error) when (!_impatience.IsCancellationRequested)
        {
            // The endpoint's own queue knows what becomes of a message that nobody could consume.
            Log.NotConsumed(logger, row.MessageId, row.Destination, error);
            await SendAsync(row);
        }

        leases.LetGo(row);
    }

    private async Task SendAsync(OutboxMessage row)
    {
        try
        {
            await sender.SendAsync(row, _impatience.Token);
            bin.Remove(row.Id);
        }
        catch (Exception error) when (!_impatience.IsCancellationRequested)
        {
            Log.NotSent(logger, row.MessageId, row.Destination, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} was not consumed at {Destination}; it is sent there.")]
        public static partial void NotConsumed(ILogger logger, Guid messageId, string destination, Exception error);

        [LoggerMessage(2, LogLevel.Warning, "Message {MessageId} to {Destination} could not be sent at once; it will be.")]
        public static partial void NotSent(ILogger logger, Guid messageId, string destination, Exception error);
    }
}
