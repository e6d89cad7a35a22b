using Microsoft.Extensions.Options;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Live;

namespace SceneGen.Web.Scenes.Live;

/// <summary>How many may watch at once: each is a connection that stays.</summary>
internal sealed class WatcherSeats(IOptions<LiveOptions> options, WatchMeter meter)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _sessions = new(StringComparer.Ordinal);
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

    /// <summary>The seat is free again when it is disposed. Without one: whether it is the session that has too many.</summary>
    public (Seat? Seat, bool IsSessionFull) Take(string? session)
    {
        lock (_lock)
        {
            var ofSession = session is null ? 0 : _sessions.GetValueOrDefault(session);
            if (ofSession >= options.Value.WatchersPerSession)
            {
                return (null, true);
            }

            if (_taken >= options.Value.Watchers)
            {
                return (null, false);
            }

            if (session is not null)
            {
                _sessions[session] = ofSession + 1;
            }

            _taken++;
        }

        meter.Come();
        return (new Seat(this, session), false);
    }

    private void Free(string? session)
    {
        lock (_lock)
        {
            _taken--;
            if (session is not null && --_sessions[session] == 0)
            {
                _sessions.Remove(session);
            }
        }

        meter.Go();
    }

    internal sealed class Seat(WatcherSeats seats, string? session) : IDisposable
    {
        public void Dispose() => seats.Free(session);
    }
}
