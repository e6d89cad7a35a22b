using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Generation.Hints;

/// <summary>Forgets webhooks that are too old to come again: their signature would no longer be taken.</summary>
internal sealed partial class WebhookReceiptCleaner(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<WebhookReceiptCleaner> logger) : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Retention = TimeSpan.FromDays(1);

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
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        var before = time.GetUtcNow() - Retention;
        return await database.WebhookReceipts
            .Where(receipt => receipt.ReceivedAt < before)
            .OrderBy(receipt => receipt.ReceivedAt)
            .Take(BatchSize)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Old webhook receipts could not be removed; it is tried again later.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
