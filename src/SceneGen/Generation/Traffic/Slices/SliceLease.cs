using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;

namespace SceneGen.Generation.Traffic.Slices;

/// <summary>This instance's slice. It is renewed by the first call after its end, for all that wait for it.</summary>
internal sealed class SliceLease(
    IServiceScopeFactory scopes, ProviderGates gates, IOptions<ReplicateOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>After a slice that did not suffice, the next ones are large for this long.</summary>
    private static readonly TimeSpan LargeAfterGrowth = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Lock _lock = new();
    private readonly RollingCount _succeeded = new(TimeSpan.FromMinutes(1));
    private SliceRequest _last = SliceRequest.First;
    private Deal? _deal;
    private DateTimeOffset _dealtAt;
    private DateTimeOffset _grownAt;
    private DateTimeOffset _pausedUntil;

    public string Instance { get; } = $"{Environment.MachineName}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";

    public Pace Creates { get; } = new();

    public Pace Reads { get; } = new();

    /// <summary>Null before the first call, and when nobody has called for long.</summary>
    public ProviderSlice? Slice => IsOver() ? null : _deal!.Slice;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (IsOver())
        {
            await DealAsync(IsOver, throttle: null, cancellationToken);
        }
    }

    /// <summary>For those who would have to wait: whether there is another slice than before. A young, full one stays.</summary>
    public async Task<bool> GrowAsync(CancellationToken cancellationToken)
    {
        var before = _deal;
        if (MayGrow() && await DealAsync(MayGrow, throttle: null, cancellationToken))
        {
            _grownAt = _dealtAt;
        }

        return _deal != before;
    }

    public void CountSuccess()
    {
        lock (_lock)
        {
            _succeeded.Add(time.GetUtcNow());
        }
    }

    /// <summary>No creation until then, by no instance. The database is told once, however many calls find out.</summary>
    public async Task ThrottleAsync(DateTimeOffset until, int? limitPerMinute, CancellationToken cancellationToken)
    {
        Creates.PauseUntil(until);
        if (IsNews())
        {
            await DealAsync(IsNews, new SliceRequest.Throttle(until, limitPerMinute), cancellationToken);
        }

        bool IsNews() => until > _pausedUntil + TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _turn.Dispose();

    private bool IsOver() => _deal is null || time.GetUtcNow() >= _deal.Slice.ExpiresAt;

    private bool MayGrow() => _last.IsModest || time.GetUtcNow() >= _dealtAt + SliceRequest.ShortestLife;

    private async Task<bool> DealAsync(
        Func<bool> isStillDue, SliceRequest.Throttle? throttle, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        await _turn.WaitAsync(either.Token);
        try
        {
            if (!isStillDue())
            {
                return false;
            }

            var request = NextRequest(time.GetUtcNow()) with { Throttled = throttle };
            await using var scope = scopes.CreateAsyncScope();
            Take(await scope.ServiceProvider.GetRequiredService<BudgetDealer>().DealAsync(request, either.Token), request);
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private SliceRequest NextRequest(DateTimeOffset now)
    {
        var minutes = Math.Max(1, (now - _dealtAt).TotalSeconds) / 60;
        var (creates, reads) = (Creates.TakeDemand(), Reads.TakeDemand());
        var isUrgent = _deal is null
            || creates.Waiting + reads.Waiting > 0
            || _pausedUntil > now
            || now < _grownAt + LargeAfterGrowth
            || _deal.CreateLimit < options.Value.CreatesPerMinute
            || !gates.AllAreOpen;
        lock (_lock)
        {
            return new SliceRequest(
                Instance,
                (creates.Asked / minutes) + creates.Waiting,
                (reads.Asked / minutes) + reads.Waiting,
                _succeeded.Total(now))
            {
                IsUrgent = isUrgent,
            };
        }
    }

    private void Take(Deal deal, SliceRequest request)
    {
        // Who has asked for little and is alone has the burst that it did not need until now.
        var startsFull = deal.IsAlone && (_deal is null || (_last.IsModest && !request.IsModest));
        var now = time.GetUtcNow();
        var slice = deal.Slice;
        Set(Creates, slice.CreatesPerMinute, deal.CreateLimit);
        Set(Reads, slice.ReadsPerMinute, options.Value.ReadsPerMinute);
        if (deal.CreatesPausedUntil is { } until)
        {
            _pausedUntil = until;
            Creates.PauseUntil(until);
        }

        gates.Learn(deal.Gates);
        (_deal, _dealtAt, _last) = (deal, now, request);

        void Set(Pace pace, double perMinute, double limit)
        {
            pace.Set(now, perMinute, BudgetRules.LikelyShare(limit), deal.IsAlone ? 1 : perMinute / limit);
            if (startsFull)
            {
                pace.Refill();
            }
        }
    }
}
