using SceneGen.Observability.Readings;

namespace SceneGen.Operations.Alerts;

/// <summary>Looks at the figures, and has told what is new in them.</summary>
internal sealed partial class AlertWatch(
    IServiceScopeFactory scopes,
    FigureReader figures,
    AlertPoster poster,
    TimeProvider time,
    ILogger<AlertWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (poster.IsOn)
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
        await figures.RefreshAsync().WaitAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseAlert>()
            .LookAsync(isThere: figures.Latest is not null, cancellationToken);
        if (figures.Latest is { } latest)
        {
            await scope.ServiceProvider.GetRequiredService<AlertBook>().TellAsync(latest, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "It could not be looked for alerts; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
