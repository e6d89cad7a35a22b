using System.Collections.Concurrent;
using MassTransit.Transports;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>The endpoints of this process that say what they have consumed; known when the bus has been made.</summary>
internal sealed class LocalEndpoints
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Type, DispatcherOf>> _endpoints = new(StringComparer.Ordinal);

    public delegate IReceiveEndpointDispatcher DispatcherOf(IReceiveEndpointDispatcherFactory dispatchers);

    /// <summary>The factory makes a dispatcher for one consumer; an endpoint that several share keeps to the bus.</summary>
    public IEnumerable<(string Name, DispatcherOf Dispatcher)> All
        => _endpoints
            .Where(endpoint => endpoint.Value.Count == 1)
            .Select(endpoint => (endpoint.Key, endpoint.Value.Values.Single()));

    public void Add(string name, Type consumer, DispatcherOf dispatcher)
        => _endpoints.GetOrAdd(name, _ => []).TryAdd(consumer, dispatcher);
}
