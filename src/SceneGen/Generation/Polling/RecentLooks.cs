namespace SceneGen.Generation.Polling;

/// <summary>Counts the looks of late, without remembering each.</summary>
internal sealed class RecentLooks(TimeProvider time)
{
    private const int Slots = 15;
    private readonly Lock _lock = new();
    private readonly int[] _counts = new int[Slots];
    private long _second;

    /// <summary>In the last fifteen seconds.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                Forget();
                return _counts.Sum();
            }
        }
    }

    public void Add()
    {
        lock (_lock)
        {
            Forget();
            _counts[_second % Slots]++;
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        for (var second = Math.Max(_second + 1, now - Slots + 1); second <= now; second++)
        {
            _counts[second % Slots] = 0;
        }

        _second = Math.Max(_second, now);
    }
}
