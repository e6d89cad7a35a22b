using SceneGen.Data.Leases;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;

namespace SceneGen.Generation.Reconciling;

/// <summary>Looks now and then for what was lost on the way to the provider, on one instance at a time.</summary>
internal sealed partial class Reconciler(
    IServiceScopeFactory scopes, SoleWork sole, TimeProvider time, ILogger<Reconciler> logger) : BackgroundService
{
    private const string Work = "reconciliation-work";
    private const string Listing = "stray-predictions";
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLists = TimeSpan.FromMinutes(10);

    public ReconciliationReport Report { get; private set; } = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(BetweenPasses, time, stoppingToken);
            try
            {
                await TryRunAsync(onlyDue: true, stoppingToken);
            }
            catch (ReplicateException error)
            {
                Log.ProviderAway(logger, error.Message);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    /// <summary>Now, whenever the last pass was; null while an instance is at it.</summary>
    public Task<ReconciliationReport?> TryRunAsync(CancellationToken cancellationToken)
        => TryRunAsync(onlyDue: false, cancellationToken);

    private Task<ReconciliationReport?> TryRunAsync(bool onlyDue, CancellationToken cancellationToken)
        => sole.TryRunAsync(
            Work,
            async stop =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await PassAsync(scope.ServiceProvider, onlyDue, stop);
                return Report;
            },
            cancellationToken);

    private async Task PassAsync(IServiceProvider services, bool onlyDue, CancellationToken cancellationToken)
    {
        if (await IsForNowAsync("abandoned-purchases", BetweenPasses))
        {
            await SettleAsync(services, cancellationToken);
        }

        if (await IsForNowAsync(Listing, BetweenLists))
        {
            await ListAsync(services, cancellationToken);
        }

        async Task<bool> IsForNowAsync(string part, TimeSpan pause)
            => !onlyDue || await services.GetRequiredService<WorkLeases>().TryTakeAsync(part, pause, cancellationToken);
    }

    private async Task SettleAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var found = await services.GetRequiredService<AbandonedPurchases>().SettleAsync(cancellationToken);
        Report = Report with { Settled = Report.Settled + found.Count };
        foreach (var prediction in found)
        {
            Log.Settled(logger, prediction);
        }
    }

    private async Task ListAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        // So seldom that it goes before every scene's.
        var call = new ProviderCall(new Ticket(DateTimeOffset.UnixEpoch, Guid.Empty));
        using var admission = await services.GetRequiredService<ProviderTraffic>().EnterAsync(call, cancellationToken);
        if (admission.Permit is not { } permit)
        {
            Log.NotNow(logger);
            await services.GetRequiredService<WorkLeases>().EndAsync(Listing, cancellationToken);
            return;
        }

        var strays = await services.GetRequiredService<StrayPredictions>().FindAsync(permit, cancellationToken);
        Report = Report with { ListedAt = time.GetUtcNow(), Strays = strays };
        if (strays.Canceled.Count + strays.Unused.Count > 0)
        {
            Log.Strays(logger, strays.Canceled.Count, strays.Unused.Count, strays.UnusedDollars);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Prediction {PredictionId}, whose creation was not answered and whose scene has gone on, was found and is canceled.")]
        public static partial void Settled(ILogger logger, string predictionId);

        [LoggerMessage(2, LogLevel.Warning, "Of the provider's predictions {Canceled} ran for nobody and are canceled, and {Unused} were paid and not used, {Dollars} dollars.")]
        public static partial void Strays(ILogger logger, int canceled, int unused, decimal dollars);

        [LoggerMessage(3, LogLevel.Warning, "The provider's predictions could not be held against the scenes; it is tried again. {Reason}")]
        public static partial void ProviderAway(ILogger logger, string reason);

        [LoggerMessage(5, LogLevel.Information, "The provider may not be asked for its predictions just now; they are held against the scenes another time.")]
        public static partial void NotNow(ILogger logger);

        [LoggerMessage(4, LogLevel.Warning, "The provider's predictions could not be held against the scenes; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
