namespace SceneGen.Observability.Exposition;

/// <summary>What was measured under one combination of labels.</summary>
internal sealed class Series(IReadOnlyList<double> bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[bounds.Count];
    private double _sum;
    private long _count;

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum += value;
        }
    }

    public void Observe(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            for (var bucket = 0; bucket < bounds.Count; bucket++)
            {
                if (value <= bounds[bucket])
                {
                    _buckets[bucket]++;
                    return;
                }
            }
        }
    }

    /// <summary>The sum or the value, how often, and how often in each bucket alone.</summary>
    public (double Sum, long Count, long[] Buckets) Read()
    {
        lock (_lock)
        {
            return (_sum, _count, [.. _buckets]);
        }
    }
}
