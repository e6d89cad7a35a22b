using System.Collections.Concurrent;

namespace SceneGen.Observability.Readings;

/// <summary>The queues that the bus takes messages from; known when it has been made.</summary>
internal sealed class EndpointNames
{
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _names.Keys;

    public void Add(string name) => _names.TryAdd(name, true);
}
