using Microsoft.Extensions.Options;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Scenes.Live;

/// <summary>How many may watch at once: each is a connection that stays.</summary>
internal sealed class WatcherSeats(IOptions<LiveOptions> options, WatchMeter meter)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _callers = new(StringComparer.Ordinal);
    private int _taken;

    public int Taken
    {
        get
        {
            lock (_lock)
            {
                return _taken;
            }
        }
    }

    /// <summary>The seat is free again when it is disposed. Without one: the code of whose seats are all taken.</summary>
    public (Seat? Seat, string? Fault) Take(HttpContext http)
    {
        var caller = Caller.ScopeOf(http);
        var (most, fault) = LimitOf(http);
        lock (_lock)
        {
            var taken = _callers.GetValueOrDefault(caller);
            if (taken >= most)
            {
                return (null, fault);
            }

            if (_taken >= options.Value.Watchers)
            {
                return (null, ProblemCodes.WatchersFull);
            }

            _callers[caller] = taken + 1;
            _taken++;
        }

        meter.Come();
        return (new Seat(this, caller), null);
    }

    /// <summary>Without keys there is nobody on this machine to be held back for another.</summary>
    private (int Most, string Fault) LimitOf(HttpContext http)
        => CallerSession.Of(http) is not null ? (options.Value.WatchersPerSession, ProblemCodes.SessionWatchersFull)
            : Caller.KeyOf(http) is not null ? (options.Value.WatchersPerKey, ProblemCodes.KeyWatchersFull)
            : (int.MaxValue, ProblemCodes.WatchersFull);

    private void Free(string caller)
    {
        lock (_lock)
        {
            _taken--;
            if (--_callers[caller] == 0)
            {
                _callers.Remove(caller);
            }
        }

        meter.Go();
    }

    internal sealed class Seat(WatcherSeats seats, string caller) : IDisposable
    {
        public void Dispose() => seats.Free(caller);
    }
}
