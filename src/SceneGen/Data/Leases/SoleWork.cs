namespace SceneGen.Data.Leases;

/// <summary>Work that is never done twice at once, whichever instance does it and however long it takes.</summary>
internal sealed partial class SoleWork(IServiceScopeFactory scopes, TimeProvider time, ILogger<SoleWork> logger)
{
    /// <summary>After a crash others wait this long.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan BetweenRenewals = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestStatement = TimeSpan.FromSeconds(10);

    /// <summary>Null when somebody is at it. The work is stopped when it is no longer known to be the only one.</summary>
    public async Task<T?> TryRunAsync<T>(
        string name, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
        where T : class
    {
        var held = EndOfHold();
        using var lost = new CancellationTokenSource();
        await using var hold = time.CreateTimer(_ => lost.Cancel(), null, Hold, Timeout.InfiniteTimeSpan);
        if (!await InLeasesAsync(leases => leases.TryTakeUntilAsync(name, held, cancellationToken)))
        {
            return null;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lost.Token);
        var renewing = RenewAsync(name, held, hold, stop.Token);
        try
        {
            return await work(stop.Token);
        }
        finally
        {
            if (lost.IsCancellationRequested)
            {
                Log.Lost(logger, name);
            }

            // Also when the work was broken off: nobody is at it any more.
            await stop.CancelAsync();
            await ReleaseAsync(name, await renewing);
        }
    }

    /// <summary>Gives when the last hold ends. What fails is tried again while there is one.</summary>
    private async Task<DateTimeOffset> RenewAsync(
        string name, DateTimeOffset held, ITimer hold, CancellationToken over)
    {
        while (true)
        {
            await Task.Delay(BetweenRenewals, time, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (over.IsCancellationRequested)
            {
                return held;
            }

            try
            {
                var next = EndOfHold();
                if (!await MoveEndAsync(name, held, next))
                {
                    hold.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
                    return held;
                }

                held = next;
                hold.Change(LeftUntil(held), Timeout.InfiniteTimeSpan);
            }
            catch (Exception error)
            {
                Log.NotRenewed(logger, error, name);
            }
        }
    }

    private async Task ReleaseAsync(string name, DateTimeOffset held)
    {
        try
        {
            await MoveEndAsync(name, held, time.GetUtcNow());
        }
        catch (Exception error)
        {
            // What came of the work is told nevertheless.
            Log.NotReleased(logger, error, name);
        }
    }

    /// <summary>Not broken off when the work is over: what is stored would be unknown then.</summary>
    private async Task<bool> MoveEndAsync(string name, DateTimeOffset from, DateTimeOffset to)
    {
        using var limit = new CancellationTokenSource(LongestStatement, time);
        return await InLeasesAsync(leases => leases.MoveEndAsync(name, from, to, limit.Token));
    }

    /// <summary>Cut to what both databases keep, so that a stored time equals the one it was made of.</summary>
    private DateTimeOffset EndOfHold()
        => DateTimeOffset.FromUnixTimeMilliseconds((time.GetUtcNow() + Hold).ToUnixTimeMilliseconds());

    private TimeSpan LeftUntil(DateTimeOffset end)
    {
        var left = end - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task<bool> InLeasesAsync(Func<WorkLeases, Task<bool>> change)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<WorkLeases>());
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The hold on {Work} was lost, so that another instance may have begun it; it is stopped here.")]
        public static partial void Lost(ILogger logger, string work);

        [LoggerMessage(2, LogLevel.Warning, "The hold on {Work} could not be renewed; it is tried again.")]
        public static partial void NotRenewed(ILogger logger, Exception error, string work);

        [LoggerMessage(3, LogLevel.Warning, "The hold on {Work} could not be ended; others wait until it has run out.")]
        public static partial void NotReleased(ILogger logger, Exception error, string work);
    }
}
