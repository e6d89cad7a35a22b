using SceneGen.Generation.Gates;

namespace SceneGen.Generation.Traffic;

/// <summary>Leave to make one call. Given back when it was not used.</summary>
internal sealed class TrafficPermit(ProviderTraffic traffic, ProviderCall call, ProviderGate? probed) : IDisposable
{
    private bool _isSpent;

    public ProviderCall Call => call;

    /// <summary>The closed gate that this call shall show to be of no more need.</summary>
    public ProviderGate? Probed => probed;

    public Task<T> UseAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isSpent, this);
        _isSpent = true;
        return traffic.MakeAsync(this, work, cancellationToken);
    }

    public void Dispose()
    {
        if (!_isSpent)
        {
            _isSpent = true;
            traffic.GiveBack(this);
        }
    }
}
