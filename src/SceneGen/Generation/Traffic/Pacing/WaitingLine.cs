namespace SceneGen.Generation.Traffic.Pacing;

/// <summary>
/// Who was told to come back, and when. An entry goes by itself after its time, so nothing needs to be taken back from a
/// scene that comes to another instance or not at all.
/// </summary>
internal sealed class WaitingLine
{
    /// <summary>Beyond this the line's order is given up, not the budget.</summary>
    private const int Longest = 10_000;

    /// <summary>A timer is delivered within about a second of its time.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(1);

    private readonly List<(Ticket Ticket, DateTimeOffset Slot)> _entries = [];

    public int Length => _entries.Count;

    /// <summary>This one is here now; those who did not come are waited for no more.</summary>
    public void Leave(Ticket ticket, DateTimeOffset now)
        => _entries.RemoveAll(entry => entry.Ticket == ticket || entry.Slot + Late < now);

    public void Enter(Ticket ticket, DateTimeOffset slot)
    {
        if (_entries.Count < Longest)
        {
            _entries.Add((ticket, slot));
        }
    }

    /// <summary>How many have waited longer, and how many of those come before <paramref name="soon"/>.</summary>
    public (int All, int Soon) Before(Ticket ticket, DateTimeOffset soon)
    {
        var (all, coming) = (0, 0);
        foreach (var entry in _entries)
        {
            if (entry.Ticket.IsBefore(ticket))
            {
                all++;
                coming += entry.Slot <= soon ? 1 : 0;
            }
        }

        return (all, coming);
    }
}
