using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Forgets messages that were consumed long ago, a batch at a time.</summary>
internal sealed partial class InboxCleaner<TDbContext>(
    IServiceScopeFactory scopes,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<InboxCleaner<TDbContext>> logger) : BackgroundService
    where TDbContext : DbContext
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Pause, time, stoppingToken);
            try
            {
                while (await CleanAsync(stoppingToken) == BatchSize)
                {
                    // More of them.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task<int> CleanAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TDbContext>();
        var before = time.GetUtcNow() - options.Value.InboxRetention;
        return await database.Set<InboxMessage>()
            .Where(message => message.ConsumedAt < before)
            .OrderBy(message => message.ConsumedAt)
            .Take(BatchSize)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The inbox could not be cleaned; it is tried again later.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
