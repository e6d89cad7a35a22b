namespace SceneGen.Simulator.Replicate.Course;

/// <summary>Does things at their time, all of them on one timer.</summary>
internal sealed partial class Agenda : IDisposable
{
    /// <summary>A clock that is set forward, as tests and machines do, is noticed within this time.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time;
    private readonly ILogger<Agenda> _logger;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Action, DateTimeOffset> _queue = new();

    public Agenda(TimeProvider time, ILogger<Agenda> logger)
    {
        (_time, _logger) = (time, logger);
        _timer = time.CreateTimer(_ => DoWhatIsDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(DateTimeOffset at, Action action)
    {
        lock (_lock)
        {
            _queue.Enqueue(action, at);
            SetTimer();
        }
    }

    public async Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(_time.GetUtcNow() + delay, passed.SetResult);
        await passed.Task.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _timer.Dispose();
    }

    private void DoWhatIsDue()
    {
        var due = new List<Action>();
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (_queue.TryPeek(out _, out var at) && at <= now)
            {
                due.Add(_queue.Dequeue());
            }

            SetTimer();
        }

        foreach (var action in due)
        {
            Do(action);
        }
    }

    private void Do(Action action)
    {
        try
        {
            action();
        }
        catch (Exception exception)
        {
            // On a timer's thread it would end the process, and with it all the other predictions.
            Log.Failed(_logger, exception);
        }
    }

    private void SetTimer()
    {
        if (!_queue.TryPeek(out _, out var at))
        {
            return;
        }

        var left = at - _time.GetUtcNow();
        _timer.Change(left > Longest ? Longest : Max(left, TimeSpan.Zero), Timeout.InfiniteTimeSpan);
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other)
    {
        return one > other ? one : other;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Something that was due could not be done")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
