namespace SceneGen.Generation.Traffic.Pacing;

/// <summary>
/// One kind of calls within this instance's slice: a token bucket, and a line of those who were told when to come back. Who
/// has waited longest has the next permit; a younger one does not take what an older one will come for in a moment.
/// </summary>
internal sealed class Pace
{
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly WaitingLine _line = new();
    private double _perSecond;
    private double _slotsPerSecond = 1;
    private double _share = 1;
    private double _permits;
    private DateTimeOffset _filledAt;
    private DateTimeOffset _pausedUntil;
    private int _asked;

    private double Capacity => Math.Max(1, _perSecond * Burst.TotalSeconds);

    /// <summary>Those who asked since the last call of this, and those who wait.</summary>
    public (int Asked, int Waiting) TakeDemand()
    {
        lock (_lock)
        {
            var asked = _asked;
            _asked = 0;
            return (asked, _line.Length);
        }
    }

    /// <summary>
    /// From now on this is the slice. Waits are told as if it were at least <paramref name="slowest"/>, for a slice that is
    /// too small now grows with the next deal. The share is how many of those who are told to come back come to this
    /// instance and not to another.
    /// </summary>
    public void Set(DateTimeOffset now, double perMinute, double slowest, double share)
    {
        lock (_lock)
        {
            Fill(now);
            _perSecond = perMinute / 60;
            _slotsPerSecond = Math.Max(perMinute, slowest) / 60;
            _share = share;
            _permits = Math.Min(_permits, Capacity);
        }
    }

    /// <summary>For the first instance: nobody has used any of the budget lately.</summary>
    public void Refill()
    {
        lock (_lock)
        {
            _permits = Capacity;
        }
    }

    public void PauseUntil(DateTimeOffset until)
    {
        lock (_lock)
        {
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    /// <summary>Null for a permit; else how long to wait before asking again.</summary>
    public TimeSpan? Take(Ticket ticket, DateTimeOffset now)
    {
        lock (_lock)
        {
            Arrive(ticket, now);
            if (_pausedUntil > now)
            {
                return Wait(ticket, now, _pausedUntil);
            }

            var (before, coming) = _line.Before(ticket, now + Burst);
            if (_permits - (coming * _share) >= 1)
            {
                _permits--;
                return null;
            }

            var slot = now.AddSeconds(Math.Max(0, before + 1 - _permits) / _slotsPerSecond);
            _line.Enter(ticket, slot);
            return slot - now;
        }
    }

    /// <summary>How long to wait when nobody is let through before then.</summary>
    public TimeSpan Queue(Ticket ticket, DateTimeOffset now, DateTimeOffset opensAt)
    {
        lock (_lock)
        {
            Arrive(ticket, now);
            return Wait(ticket, now, opensAt > _pausedUntil ? opensAt : _pausedUntil);
        }
    }

    /// <summary>For a probe, which is due: the budget is asked for nothing, but what it takes is counted.</summary>
    public void TakeAnyhow(Ticket ticket, DateTimeOffset now)
    {
        lock (_lock)
        {
            Fill(now);
            _line.Leave(ticket, now);
            _permits--;
        }
    }

    public void GiveBack()
    {
        lock (_lock)
        {
            _permits = Math.Min(_permits + 1, Capacity);
        }
    }

    /// <summary>Calls that were made beyond the permit, such as a list's further pages.</summary>
    public void Charge(int calls)
    {
        lock (_lock)
        {
            _permits -= calls;
        }
    }

    private void Arrive(Ticket ticket, DateTimeOffset now)
    {
        Fill(now);
        _asked++;
        _line.Leave(ticket, now);
    }

    private TimeSpan Wait(Ticket ticket, DateTimeOffset now, DateTimeOffset opensAt)
    {
        var slot = opensAt.AddSeconds(_line.Before(ticket, now).All / _slotsPerSecond);
        _line.Enter(ticket, slot);
        return slot - now;
    }

    private void Fill(DateTimeOffset now)
    {
        var passed = (now - _filledAt).TotalSeconds;
        if (passed > 0)
        {
            _permits = Math.Min(_permits + (passed * _perSecond), Capacity);
            _filledAt = now;
        }
    }
}
