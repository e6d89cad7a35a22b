using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Replicate;

namespace SceneGen.Scenes.Forecasts;

/// <summary>Says when scenes will be ready, from what is read no more often than every half minute.</summary>
internal sealed partial class Forecaster(
    NextModel models,
    IServiceScopeFactory scopes,
    IOptions<ReplicateOptions> replicate,
    TimeProvider time,
    ILogger<Forecaster> logger)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _nextAt;
    private volatile Forecast? _latest;

    /// <summary>Returns when something is known; who comes later is told what was known and waits for no reading.</summary>
    public Task RefreshAsync()
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && time.GetUtcNow() >= _nextAt)
            {
                _nextAt = time.GetUtcNow() + Freshness;
                _reading = Task.Run(ReadAsync, CancellationToken.None);
            }

            return _latest is null ? _reading : Task.CompletedTask;
        }
    }

    public int? SecondsLeft(SceneState scene, DateTimeOffset now)
        => _latest?.RestOf(scene, models.Of(scene), now) is { } rest ? (int)Math.Ceiling(rest.TotalSeconds) : null;

    private async Task ReadAsync()
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            _latest = await PaceReading.ReadAsync(
                scope.ServiceProvider.GetRequiredService<SceneDbContext>(),
                replicate.Value.CreatesPerMinute,
                time.GetUtcNow(),
                patience.Token);
        }
        catch (Exception error) when (DatabaseFault.IsOne(error) || error is OperationCanceledException or ObjectDisposedException)
        {
            // A scene without its rest of time is better than none.
            Log.NotRead(logger, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "How long scenes took of late could not be read. {Reason}")]
        public static partial void NotRead(ILogger logger, string reason);
    }
}
