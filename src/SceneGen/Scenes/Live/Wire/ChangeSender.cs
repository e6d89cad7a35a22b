using SceneGen.Data;

namespace SceneGen.Scenes.Live.Wire;

/// <summary>Tells the other instances, as long as one of them watches: what a short while brings goes out together.</summary>
internal sealed partial class ChangeSender(
    PostgresWire wire, ChangePost post, TimeProvider time, ILogger<ChangeSender> logger) : BackgroundService
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!wire.IsThere)
        {
            return;
        }

        post.Open();
        while (!stoppingToken.IsCancellationRequested)
        {
            await post.WaitAsync(stoppingToken);
            await Task.Delay(Window, time, stoppingToken);
            if (post.Take() is not { Count: > 0 } notices)
            {
                continue;
            }

            try
            {
                await wire.SendAsync([.. notices], stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested
                && (DatabaseFault.IsOne(error) || error is IOException or TimeoutException))
            {
                // Those who watch see it at their next look.
                Log.NotSent(logger, error.Message);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Other instances could not be told what has changed; they will see it. {Reason}")]
        public static partial void NotSent(ILogger logger, string reason);
    }
}
