using System.Collections.Concurrent;
using SceneGen.Scenes.Forecasts;

namespace SceneGen.Generation.Polling;

/// <summary>How long each model took of late.</summary>
internal sealed class ModelPace
{
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

    /// <summary>Null while too few pictures are known.</summary>
    public Pace? Of(string model)
    {
        if (!_durations.TryGetValue(model, out var durations))
        {
            return null;
        }

        lock (durations)
        {
            return Pace.Of(durations);
        }
    }
}
