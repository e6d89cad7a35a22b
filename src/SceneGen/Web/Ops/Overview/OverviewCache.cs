namespace SceneGen.Web.Ops.Overview;

/// <summary>
/// However many look, the database is asked every five seconds at most; what takes long with a million scenes, once a
/// minute, or ten times as rarely as it takes.
/// </summary>
internal sealed class OverviewCache(IServiceScopeFactory scopes, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowFor = TimeSpan.FromMinutes(1);

    /// <summary>A service with few rows shows what it has at once.</summary>
    private const long Few = 20_000;

    private readonly SemaphoreSlim _one = new(1, 1);
    private OverviewResource? _last;
    private SlowCounts? _slow;
    private DateTimeOffset _slowUntil;

    public async Task<OverviewResource> ReadAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || time.GetUtcNow() - last.At >= FreshFor)
            {
                await using var scope = scopes.CreateAsyncScope();
                var services = scope.ServiceProvider;
                var slow = await CountSlowlyAsync(services.GetRequiredService<SlowCounter>(), cancellationToken);
                _last = last = await services.GetRequiredService<OverviewReader>().ReadAsync(slow, cancellationToken);
            }

            return last;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>By the machine's names.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountStatesAsync(CancellationToken cancellationToken)
        => (await ReadAsync(cancellationToken)).States.ToDictionary(state => OverviewReader.NameOf(state.State), state => state.Count);

    public void Dispose() => _one.Dispose();

    private async Task<SlowCounts> CountSlowlyAsync(SlowCounter counter, CancellationToken cancellationToken)
    {
        if (_slow is { } known && time.GetUtcNow() < _slowUntil)
        {
            return known;
        }

        var began = time.GetTimestamp();
        var counts = await counter.CountAsync(cancellationToken);
        var took = time.GetElapsedTime(began);
        var rest = counts.States.Values.Sum() + counts.OutboxRows < Few ? FreshFor : SlowFor;
        (_slow, _slowUntil) = (counts, time.GetUtcNow() + (took * 10 > rest ? took * 10 : rest));
        return counts;
    }
}
