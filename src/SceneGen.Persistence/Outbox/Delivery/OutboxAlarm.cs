namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>Wakes the sweeper of this process in time for the next due row.</summary>
internal sealed class OutboxAlarm(TimeProvider time)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _ring = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _wakesAt = DateTimeOffset.MaxValue;

    /// <summary>Something is due then.</summary>
    public void Set(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (due < _wakesAt)
            {
                _wakesAt = due;
                _ring.TrySetResult();
            }
        }
    }

    /// <summary>Sleeps until then, or until something is due earlier. What was set since the last sleep counts.</summary>
    public async Task SleepUntilAsync(DateTimeOffset wakeAt, CancellationToken cancellationToken)
    {
        Task ring;
        lock (_lock)
        {
            _wakesAt = wakeAt < _wakesAt ? wakeAt : _wakesAt;
            ring = _ring.Task;
        }

        using var rung = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = wakeAt - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.WhenAny(ring, Task.Delay(wait, time, rung.Token));
            await rung.CancelAsync();
        }

        lock (_lock)
        {
            _wakesAt = DateTimeOffset.MaxValue;
            _ring = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
