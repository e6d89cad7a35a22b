namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>The calls of this run: all of them counted, the newest ones each by itself.</summary>
internal sealed class CallBook
{
    private const int Kept = 200_000;

    private readonly Lock _lock = new();
    private readonly Queue<CallMade> _calls = [];
    private readonly Dictionary<(string Method, string Route, int? Status), int> _times = [];

    public void Enter(CallMade call)
    {
        lock (_lock)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Kept)
            {
                _calls.Dequeue();
            }

            var kind = (call.Method, call.Route, call.Status);
            _times[kind] = _times.GetValueOrDefault(kind) + 1;
        }
    }

    public IReadOnlyList<CallMade> All()
    {
        lock (_lock)
        {
            return [.. _calls];
        }
    }

    public IReadOnlyList<CallTotal> Totals()
    {
        lock (_lock)
        {
            return
            [
                .. _times
                    .Select(pair => new CallTotal(pair.Key.Method, pair.Key.Route, pair.Key.Status, pair.Value))
                    .OrderBy(total => total.Route, StringComparer.Ordinal)
                    .ThenBy(total => total.Method, StringComparer.Ordinal)
                    .ThenBy(total => total.Status),
            ];
        }
    }
}
