using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SceneGen.Persistence.Pruning;

/// <summary>Removes what is old, a batch at a time. Several instances at it do no harm.</summary>
internal sealed partial class Pruner(
    IEnumerable<Prunable> prunables, IServiceScopeFactory scopes, TimeProvider time, ILogger<Pruner> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(prunables.Select(prunable => KeepAtAsync(prunable, stoppingToken)));

    private async Task KeepAtAsync(Prunable prunable, CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(prunable.Pause, time, stoppingToken);
            try
            {
                while (await PruneAsync(prunable, stoppingToken))
                {
                    // More of them.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, prunable.What, error);
            }
        }
    }

    private async Task<bool> PruneAsync(Prunable prunable, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await prunable.PruneAsync(scope.ServiceProvider, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Old {What} could not be removed; it is tried again later.")]
        public static partial void Failed(ILogger logger, string what, Exception error);
    }
}
