namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>Predictions in the order of their creation, which is also that of their times.</summary>
internal sealed class PredictionHistory
{
    private const int PageSize = 100;

    private readonly Lock _lock = new();
    private readonly List<FakePrediction> _inOrder = [];

    public DateTimeOffset Newest
    {
        get
        {
            lock (_lock)
            {
                return _inOrder.Count == 0 ? DateTimeOffset.MinValue : _inOrder[^1].CreatedAt;
            }
        }
    }

    public FakePrediction Add(Func<int, FakePrediction> make)
    {
        lock (_lock)
        {
            var prediction = make(_inOrder.Count);
            _inOrder.Add(prediction);
            return prediction;
        }
    }

    public IReadOnlyList<FakePrediction> All()
    {
        lock (_lock)
        {
            return [.. _inOrder];
        }
    }

    public PredictionPage Page(DateTimeOffset? createdAfter, DateTimeOffset? createdBefore, PageCursor? cursor)
    {
        lock (_lock)
        {
            var oldest = createdAfter is null ? 0 : FirstFrom(createdAfter.Value);
            var end = createdBefore is null ? _inOrder.Count : Math.Max(oldest, FirstFrom(createdBefore.Value));
            var (from, to) = cursor is null ? (end - PageSize, end) : cursor.Range(PageSize);
            (from, to) = (Math.Clamp(from, oldest, end), Math.Clamp(to, oldest, end));
            var page = _inOrder.GetRange(from, to - from);
            page.Reverse();
            return new PredictionPage(
                page,
                from > oldest ? PageCursor.OlderThan(page[^1]) : null,
                to < end && page.Count > 0 ? PageCursor.NewerThan(page[0]) : null);
        }
    }

    private int FirstFrom(DateTimeOffset time)
    {
        var (low, high) = (0, _inOrder.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _inOrder[middle].CreatedAt < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
