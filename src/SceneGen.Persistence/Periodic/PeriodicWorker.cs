using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SceneGen.Persistence.Periodic;

/// <summary>Does what comes up again and again; what fails is tried again after its pause.</summary>
internal sealed partial class PeriodicWorker(
    IEnumerable<PeriodicWork> works, IServiceScopeFactory scopes, TimeProvider time, ILogger<PeriodicWorker> logger)
    : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
        => Task.WhenAll(works.Select(work => KeepAtAsync(work, stoppingToken)));

    private async Task KeepAtAsync(PeriodicWork work, CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(work.Pause, time, stoppingToken);
            try
            {
                while (await RunAsync(work, stoppingToken))
                {
                    // More of it.
                }
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, work.Name, error);
            }
        }
    }

    private async Task<bool> RunAsync(PeriodicWork work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work.RunAsync(scope.ServiceProvider, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The look after {Work} failed; it is tried again later.")]
        public static partial void Failed(ILogger logger, string work, Exception error);
    }
}
