namespace SceneGen.Assets.Fetching.Transfer;

internal sealed class FetchClock : IAsyncDisposable
{
    private static readonly TimeSpan Total = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _source;
    private readonly ITimer _total;
    private readonly ITimer _stall;

    public FetchClock(TimeProvider time, CancellationToken cancellationToken)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _total = time.CreateTimer(_ => Expire("took longer than 30 s"), null, Total, Timeout.InfiniteTimeSpan);
        _stall = time.CreateTimer(_ => Expire("sent nothing for 10 s"), null, Stall, Timeout.InfiniteTimeSpan);
    }

    public CancellationToken Token => _source.Token;

    public string Verdict { get; private set; } = "could not be connected to in time";

    public void Progressed() => _stall.Change(Stall, Timeout.InfiniteTimeSpan);

    // Waits for a timer that is just firing, which may touch the source.
    public async ValueTask DisposeAsync()
    {
        await _total.DisposeAsync();
        await _stall.DisposeAsync();
        _source.Dispose();
    }

    private void Expire(string verdict)
    {
        Verdict = verdict;
        _source.Cancel();
    }
}
