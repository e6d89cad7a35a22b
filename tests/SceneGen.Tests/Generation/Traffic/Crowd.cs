using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;

namespace SceneGen.Tests.Generation.Traffic;

/// <summary>
/// Scenes that ask for a creation, wait as they are told, and ask again, each time some instance: the consumers compete. The
/// clock runs from one arrival to the next.
/// </summary>
internal sealed class Crowd(Fleet fleet, int instances)
{
    private readonly PriorityQueue<Ticket, DateTimeOffset> _arrivals = new();
    private readonly Random _random = new(Seed: 7);

    public bool ProviderIsDown { get; set; }

    /// <summary>When each scene was created, in the order of their creation.</summary>
    public List<(Ticket Ticket, DateTimeOffset At)> Created { get; } = [];

    public int Asked { get; private set; }

    public int Failed { get; private set; }

    public void Add(int scenes, TimeSpan within)
    {
        for (var index = 0; index < scenes; index++)
        {
            var at = fleet.Time.GetUtcNow() + (within * index / scenes);
            _arrivals.Enqueue(new Ticket(at, Guid.NewGuid()), at);
        }
    }

    public async Task RunUntilAsync(DateTimeOffset end)
    {
        while (_arrivals.TryPeek(out _, out var due) && due < end)
        {
            var ticket = _arrivals.Dequeue();
            if (due > fleet.Time.GetUtcNow())
            {
                fleet.Time.Advance(due - fleet.Time.GetUtcNow());
            }

            if (await AskAsync(ticket) is { } wait)
            {
                // A timer is delivered a little after its time.
                var late = TimeSpan.FromSeconds(_random.NextDouble() * 0.5);
                _arrivals.Enqueue(ticket, fleet.Time.GetUtcNow() + wait + late);
            }
        }

        fleet.Time.Advance(end - fleet.Time.GetUtcNow());
    }

    /// <summary>The creations of each full minute from then on.</summary>
    public int[] ByMinute(DateTimeOffset from, int minutes)
        => [.. Enumerable.Range(0, minutes).Select(minute => Created.Count(scene =>
            scene.At >= from.AddMinutes(minute) && scene.At < from.AddMinutes(minute + 1)))];

    /// <summary>The most creations in any sixty seconds.</summary>
    public int MostInAMinute()
        => Created.Max(first => Created.Count(scene => scene.At >= first.At && scene.At < first.At.AddMinutes(1)));

    private async Task<TimeSpan?> AskAsync(Ticket ticket)
    {
        Asked++;
        using var admission = await fleet.EnterAsync(_random.Next(instances), ticket);
        if (admission.Permit is null)
        {
            return admission.Wait;
        }

        try
        {
            await admission.Permit.UseAsync(AnswerAsync, TestContext.Current.CancellationToken);
            Created.Add((ticket, fleet.Time.GetUtcNow()));
            return null;
        }
        catch (ReplicateException)
        {
            Failed++;
            return TimeSpan.FromSeconds(2);
        }
    }

    private Task<bool> AnswerAsync()
        => ProviderIsDown ? throw new ReplicateException("Replicate cannot be reached.") : Task.FromResult(true);
}
