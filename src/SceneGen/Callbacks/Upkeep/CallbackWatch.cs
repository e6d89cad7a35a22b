using SceneGen.Data.Leases;

namespace SceneGen.Callbacks.Upkeep;

/// <summary>Looks every minute for callbacks that nobody would post any more, on one instance at a time.</summary>
internal sealed partial class CallbackWatch(
    IServiceScopeFactory scopes, SoleWork sole, TimeProvider time, ILogger<CallbackWatch> logger) : BackgroundService
{
    private const string Work = "callback-upkeep";
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenSearches = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(BetweenPasses, time, stoppingToken);
            try
            {
                await sole.TryRunAsync(Work, PassAsync, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    private async Task<object> PassAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var late = await scope.ServiceProvider.GetRequiredService<LateCallbacks>().SendAgainAsync(cancellationToken);
        if (late > 0)
        {
            Log.SentAgain(logger, late);
        }

        if (await scope.ServiceProvider.GetRequiredService<WorkLeases>()
            .TryTakeAsync("missing-callbacks", BetweenSearches, cancellationToken))
        {
            await AddMissingAsync(scope.ServiceProvider.GetRequiredService<MissingCallbacks>(), cancellationToken);
        }

        return this;
    }

    private async Task AddMissingAsync(MissingCallbacks missing, CancellationToken cancellationToken)
    {
        var (erased, added) = (await missing.EraseAsync(cancellationToken), await missing.AddAsync(cancellationToken));
        if (erased + added > 0)
        {
            Log.Missing(logger, added, erased);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} callbacks were not posted when they should have been; they are posted now.")]
        public static partial void SentAgain(ILogger logger, int count);

        [LoggerMessage(3, LogLevel.Information, "{Added} scenes had ended without a callback, which is posted now, and {Erased} deleted ones still had its address, which is gone.")]
        public static partial void Missing(ILogger logger, int added, int erased);

        [LoggerMessage(2, LogLevel.Warning, "Callbacks could not be looked through; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
