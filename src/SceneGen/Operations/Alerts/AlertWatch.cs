using Microsoft.Extensions.Options;
using SceneGen.Observability.Readings;

namespace SceneGen.Operations.Alerts;

/// <summary>Looks at the figures, on one instance at a time, and has told what is new in them.</summary>
internal sealed partial class AlertWatch(
    IServiceScopeFactory scopes,
    FigureReader figures,
    IOptions<AlertOptions> options,
    TimeProvider time,
    ILogger<AlertWatch> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (options.Value.Webhook.Length > 0)
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
        if (figures.Latest is { } latest)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AlertBook>().TellAsync(latest, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "It could not be looked for alerts; it is tried again.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
