using SceneGen.Data;

namespace SceneGen.Access;

/// <summary>
/// Something read from the database that every request needs: read again by the first that finds it old, at most every few
/// seconds. When the database is away, what was known last holds, and whoever must not rely on that looks at its age.
/// </summary>
internal sealed partial class Remembered<T>(
    Func<T?, CancellationToken, Task<T>> readAsync, TimeProvider time, ILogger logger) : IDisposable
    where T : class
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>What nobody has read or tried to read for longer may be out of any date.</summary>
    private static readonly TimeSpan TakenMeanwhile = 3 * GoodFor;

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Reading? _last;

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (_last is { } last && IsFresh(last))
        {
            return last.Value;
        }

        // Whoever comes while it is read takes what is known, unless that is nothing, or old.
        if (_last is { IsOld: false } known && time.GetElapsedTime(known.At) < TakenMeanwhile)
        {
            if (!await _reading.WaitAsync(0, CancellationToken.None))
            {
                return known.Value;
            }
        }
        else
        {
            await _reading.WaitAsync(cancellationToken);
        }

        try
        {
            return await ReadAsync();
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>What was changed in this process is known in it at once.</summary>
    public void Forget() => _last = _last is { } last ? last with { IsOld = true } : null;

    public void Dispose() => _reading.Dispose();

    private async Task<T> ReadAsync()
    {
        if (_last is { } last && IsFresh(last))
        {
            return last.Value;
        }

        var at = time.GetTimestamp();
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            var value = await readAsync(_last?.Value, patience.Token);
            _last = new Reading(value, at);
            return value;
        }
        catch (Exception error) when (_last is not null)
        {
            Log.Failed(logger, error);
            _last = _last with { At = time.GetTimestamp(), IsOld = false };
            return _last.Value;
        }
        catch (OperationCanceledException over)
        {
            // Its own patience is over; it is no cancellation to whoever asked.
            throw new DatabaseSilence(Patience, over);
        }
    }

    private bool IsFresh(Reading reading) => !reading.IsOld && time.GetElapsedTime(reading.At) < GoodFor;

    private sealed record Reading(T Value, long At, bool IsOld = false);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Who may call could not be read again; what was known last holds.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
