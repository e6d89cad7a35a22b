using System.Collections.Concurrent;

namespace SceneGen.Generation.Polling;

/// <summary>How long each model took of late.</summary>
internal sealed class ModelPace
{
    private const int Fewest = 5;
    private const int Most = 50;
    private readonly ConcurrentDictionary<string, Queue<TimeSpan>> _durations = new(StringComparer.Ordinal);

    public void Note(string model, TimeSpan duration)
    {
        var durations = _durations.GetOrAdd(model, _ => new Queue<TimeSpan>(Most));
        lock (durations)
        {
            if (durations.Count == Most)
            {
                durations.Dequeue();
            }

            durations.Enqueue(duration);
        }
    }

    /// <summary>The time half of the pictures took, and 19 of 20; null while too few are known.</summary>
    public (TimeSpan Half, TimeSpan Most)? Of(string model)
    {
        if (!_durations.TryGetValue(model, out var durations))
        {
            return null;
        }

        TimeSpan[] sorted;
        lock (durations)
        {
            sorted = [.. durations.Order()];
        }

        return sorted.Length < Fewest ? null : (sorted[sorted.Length / 2], sorted[sorted.Length * 19 / 20]);
    }
}
