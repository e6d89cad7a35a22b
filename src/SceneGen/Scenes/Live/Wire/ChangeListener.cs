using SceneGen.Data;

namespace SceneGen.Scenes.Live.Wire;

/// <summary>Hears the other instances, and begins again when the connection is lost.</summary>
internal sealed partial class ChangeListener(
    PostgresWire wire, CatchUp catchUp, TimeProvider time, ILogger<ChangeListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (wire.IsThere && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                // What was said before is lost.
                await wire.ListenAsync(catchUp.LookNow, catchUp.Hear, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested
                && (DatabaseFault.IsOne(error) || error is IOException or TimeoutException))
            {
                Log.NotListening(logger, error.Message);
                await Task.Delay(Pause, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Other instances are not heard for the moment; watched scenes are looked at now and then. {Reason}")]
        public static partial void NotListening(ILogger logger, string reason);
    }
}
