using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Data.Leases;

namespace SceneGen.Assets.Sweeping;

/// <summary>Sweeps every hour, on one instance at a time.</summary>
internal sealed partial class Sweeper(
    IServiceScopeFactory scopes, SoleWork sole, TimeProvider time, ILogger<Sweeper> logger) : BackgroundService
{
    public const string Lease = "sweep";
    public const string Work = "sweep-work";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    public SweepReport Report { get; private set; } = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(BetweenLooks, time, stoppingToken);
            try
            {
                await SweepIfDueAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, error);
            }
        }
    }

    /// <summary>Now, whenever the last one was; null while an instance is sweeping.</summary>
    public Task<SweepReport?> TryRunAsync(bool dryRun, CancellationToken cancellationToken)
        => AloneAsync((services, stop) => SweepAsync(services, dryRun, stop), cancellationToken);

    private Task<SweepReport?> SweepIfDueAsync(CancellationToken cancellationToken)
        => AloneAsync(
            async (services, stop) =>
                await services.GetRequiredService<WorkLeases>().TryTakeAsync(Lease, BetweenSweeps, stop)
                    ? await SweepAsync(services, dryRun: false, stop)
                    : Report,
            cancellationToken);

    private Task<SweepReport?> AloneAsync(
        Func<IServiceProvider, CancellationToken, Task<SweepReport>> work, CancellationToken cancellationToken)
        => sole.TryRunAsync(
            Work,
            async stop =>
            {
                await using var scope = scopes.CreateAsyncScope();
                return await work(scope.ServiceProvider, stop);
            },
            cancellationToken);

    private async Task<SweepReport> SweepAsync(
        IServiceProvider services, bool dryRun, CancellationToken cancellationToken)
    {
        var report = await services.GetRequiredService<Sweep>().RunAsync(dryRun, time.GetUtcNow(), cancellationToken);
        if (!dryRun)
        {
            Keep(report);
        }

        return report;
    }

    private void Keep(SweepReport report)
    {
        Report = report;
        if (Report.Missing.Count + Report.Damaged.Count > 0)
        {
            Log.NotWhole(logger, Report.Missing.Count, Report.Damaged.Count);
        }

        Log.Swept(logger, Report.Unneeded, Report.Released, Report.WithoutRow.Count);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Swept the store: {Unneeded} names were not needed any more, {Released} files went with them, and {WithoutRow} had no row.")]
        public static partial void Swept(ILogger logger, int unneeded, int released, int withoutRow);

        [LoggerMessage(2, LogLevel.Error, "In the store {Missing} files are missing and {Damaged} are not what their names say; they are painted anew where the provider still has them.")]
        public static partial void NotWhole(ILogger logger, int missing, int damaged);

        [LoggerMessage(3, LogLevel.Warning, "The store could not be swept; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
