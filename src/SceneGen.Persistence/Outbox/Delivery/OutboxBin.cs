using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Persistence.Outbox.Telemetry;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Removes the rows of messages that have left, many at once. What it misses is delivered again and found consumed.</summary>
internal sealed partial class OutboxBin<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<OutboxOptions> options,
    OutboxMeter meter,
    TimeProvider time,
    ILogger<OutboxBin<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int MostAtOnce = 500;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private readonly Channel<(long Id, Guid MessageId)> _rows =
        Channel.CreateUnbounded<(long, Guid)>(new() { SingleReader = true });

    public void Remove(long id) => _rows.Writer.TryWrite((id, Guid.Empty));

    /// <summary>A message whose row stays until then was consumed.</summary>
    public void RemoveConsumed(Guid messageId) => _rows.Writer.TryWrite((0, messageId));

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _rows.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        var rows = Take();
        try
        {
            while (rows.Count > 0)
            {
                await RemoveAsync(rows, cancellationToken);
                rows = Take();
            }
        }
        catch (Exception error)
        {
            // A database that is away keeps nobody from stopping: the next process finds these messages consumed.
            Log.Failed(logger, rows.Count, error);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _rows.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(options.Value.Gathering, time, stoppingToken);
            var rows = Take();
            try
            {
                await RemoveAsync(rows, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, rows.Count, error);
                rows.ForEach(row => _rows.Writer.TryWrite(row));
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private List<(long Id, Guid MessageId)> Take()
    {
        var rows = new List<(long, Guid)>();
        while (rows.Count < MostAtOnce && _rows.Reader.TryRead(out var row))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task RemoveAsync(List<(long Id, Guid MessageId)> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.Id > 0).Select(row => row.Id).ToList();
        var messages = rows.Where(row => row.Id == 0).Select(row => row.MessageId).ToList();
        await using var scope = scopes.CreateAsyncScope();
        var outbox = scope.ServiceProvider.GetRequiredService<TDbContext>().Set<OutboxMessage>();
        if (ids.Count > 0)
        {
            meter.Deliver(await outbox.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken));
        }

        if (messages.Count > 0)
        {
            // A redelivery bears its message's id too, but is not due yet.
            var now = time.GetUtcNow();
            meter.Deliver(await outbox
                .Where(row => row.StaysUntilConsumed && messages.Contains(row.MessageId))
                .Where(row => row.DueAt == null || row.DueAt <= now)
                .ExecuteDeleteAsync(cancellationToken));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} delivered messages could not be removed from the outbox; they will be.")]
        public static partial void Failed(ILogger logger, int count, Exception error);
    }
}
