using System.Collections.Concurrent;

namespace SceneGen.Messaging.Broker;

/// <summary>The queues in which the core leaves what the service's endpoints could not handle; known when the bus has been made.</summary>
internal sealed class ErrorQueues
{
    private readonly ConcurrentDictionary<string, bool> _endpoints = new(StringComparer.Ordinal);

    public IEnumerable<string> Names
        => _endpoints.Keys.Order(StringComparer.Ordinal).SelectMany(name => new[] { $"{name}_error", $"{name}_skipped" });

    public void Add(string endpoint) => _endpoints.TryAdd(endpoint, true);
}
