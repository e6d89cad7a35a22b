using SceneGen.Data.Leases;

namespace SceneGen.Scenes.Outputs;

/// <summary>Warns while painted pictures are about to be lost, on one instance at a time.</summary>
internal sealed partial class OutputWatch(IServiceScopeFactory scopes, TimeProvider time, ILogger<OutputWatch> logger)
    : BackgroundService
{
    private const int MostNamed = 10;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, time, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var leases = scope.ServiceProvider.GetRequiredService<WorkLeases>();
        var outputs = scope.ServiceProvider.GetRequiredService<UnstoredOutputs>();
        if (!await leases.TryTakeAsync("output-watch", BetweenLooks, cancellationToken)
            || await outputs.CountUrgentAsync(cancellationToken) is not (> 0 and var count))
        {
            return;
        }

        var first = await outputs.ListAsync(MostNamed, cancellationToken);
        Log.Urgent(logger, count, first[0].SecondsLeft, string.Join(", ", first.Select(output => output.SceneId)));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} painted pictures are not stored 45 minutes after they were finished; the provider removes the first in {Seconds} s. Scenes: {Scenes}")]
        public static partial void Urgent(ILogger logger, int count, long seconds, string scenes);

        [LoggerMessage(2, LogLevel.Warning, "The pictures that are not stored yet could not be looked at; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
