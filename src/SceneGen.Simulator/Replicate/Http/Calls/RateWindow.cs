namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>The calls of the last minute.</summary>
internal sealed class RateWindow(int limit, bool isEnforced, TimeProvider time)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _calls = [];

    public static RateWindow Of(int configured, int real, TimeProvider time)
    {
        return configured > 0 ? new RateWindow(configured, true, time) : new RateWindow(real, false, time);
    }

    public Place Take()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_calls.TryPeek(out var oldest) && oldest + Length <= now)
            {
                _calls.Dequeue();
            }

            var isFree = _calls.Count < limit;
            if (isFree)
            {
                _calls.Enqueue(now);
            }

            var reset = _calls.Peek() + Length - now;
            return new Place(
                isFree || !isEnforced, limit - _calls.Count, Math.Max(1, (int)Math.Ceiling(reset.TotalSeconds)));
        }
    }

    internal readonly record struct Place(bool IsFree, int Remaining, int ResetSeconds);
}
