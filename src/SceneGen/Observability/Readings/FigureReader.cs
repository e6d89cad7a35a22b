using SceneGen.Messaging.Broker;

namespace SceneGen.Observability.Readings;

/// <summary>
/// Reads the figures no more often than every ten seconds, whoever asks however often; and, when that takes long, less often,
/// so that it takes a fiftieth of the time, but once a minute.
/// </summary>
internal sealed partial class FigureReader(
    IServiceScopeFactory scopes, ErrorQueueCounts errorQueues, TimeProvider time, ILogger<FigureReader> logger)
    : IDisposable
{
    private const int LeastShare = 50;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenStores = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly TimeSpan StorePatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(2);
    private static readonly Dictionary<string, long> NoDeadLetters = [];

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopped = new();
    private Task _reading = Task.CompletedTask;
    private DateTimeOffset _nextAt;
    private DateTimeOffset _nextStoreAt;
    private Task _readingStore = Task.CompletedTask;
    private volatile Figures.StoreFigures? _store;

    /// <summary>Null where the database was not read yet, or did not answer the last time.</summary>
    public Figures? Latest { get; private set; }

    /// <summary>Returns when the figures are young enough, or cannot be had. What is under way is shared.</summary>
    public Task RefreshAsync()
    {
        lock (_lock)
        {
            if (_reading.IsCompleted && time.GetUtcNow() >= _nextAt)
            {
                // Whoever asked first may leave: others wait for it too.
                _reading = Task.Run(ReadAsync, CancellationToken.None);
            }

            return _reading;
        }
    }

    public void Dispose()
    {
        _stopped.Cancel();
        _stopped.Dispose();
    }

    private async Task ReadAsync()
    {
        var rest = Shortest;
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stopped.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var begunAt = time.GetTimestamp();
            var figures = await scope.ServiceProvider.GetRequiredService<FiguresQuery>().ReadAsync(either.Token);
            rest = time.GetElapsedTime(begunAt) * LeastShare;
            await SeeToStoreAsync(either.Token);
            figures.Store = _store;
            figures.DeadLetters = await CountDeadLettersAsync(either.Token);
            Latest = figures;
        }
        catch (Exception error)
        {
            Latest = null;
            Log.Failed(logger, error);
        }

        _nextAt = time.GetUtcNow() + TimeSpan.FromTicks(Math.Clamp(rest.Ticks, Shortest.Ticks, Longest.Ticks));
    }

    /// <summary>Counting the files may take longer than all else, and is waited for only a little.</summary>
    private async Task SeeToStoreAsync(CancellationToken cancellationToken)
    {
        if (_readingStore.IsCompleted && time.GetUtcNow() >= _nextStoreAt)
        {
            _nextStoreAt = time.GetUtcNow() + BetweenStores;
            _readingStore = Task.Run(ReadStoreAsync, CancellationToken.None);
        }

        await Task.WhenAny(_readingStore, Task.Delay(StorePatience, time, cancellationToken));
    }

    private async Task ReadStoreAsync()
    {
        using var patience = new CancellationTokenSource(BetweenStores, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, _stopped.Token);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            _store = await scope.ServiceProvider.GetRequiredService<FiguresQuery>().ReadStoreAsync(either.Token);
        }
        catch (Exception error)
        {
            Log.StoreNotCounted(logger, error);
        }
    }

    /// <summary>None while the broker does not answer; that it does not is told elsewhere.</summary>
    private async Task<IReadOnlyDictionary<string, long>> CountDeadLettersAsync(CancellationToken cancellationToken)
    {
        try
        {
            return errorQueues.HasBroker
                ? await errorQueues.CountAsync(_stopped.Token).WaitAsync(BrokerPatience, time, cancellationToken)
                : NoDeadLetters;
        }
        catch (Exception error) when (error is BrokerUnavailableException or TimeoutException)
        {
            Log.NotCounted(logger, error.Message);
            return NoDeadLetters;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The figures for the metrics could not be read from the database; they are left out until they can.")]
        public static partial void Failed(ILogger logger, Exception error);

        [LoggerMessage(3, LogLevel.Warning, "The stored files could not be counted; the figures of before stay.")]
        public static partial void StoreNotCounted(ILogger logger, Exception error);

        [LoggerMessage(2, LogLevel.Debug, "The broker's error queues could not be counted. {Reason}")]
        public static partial void NotCounted(ILogger logger, string reason);
    }
}
