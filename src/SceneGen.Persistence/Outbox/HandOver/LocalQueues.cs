using MassTransit.Transports;
using Microsoft.Extensions.Options;

namespace SceneGen.Persistence.Outbox.HandOver;

/// <summary>A queue for each endpoint of this process, found by where a message goes.</summary>
internal sealed class LocalQueues(
    LocalEndpoints endpoints,
    IReceiveEndpointDispatcherFactory dispatchers,
    IOptions<OutboxOptions> options,
    TimeProvider time)
{
    private readonly Lazy<Dictionary<string, LocalQueue>> _queues = new(() => endpoints.All.ToDictionary(
        endpoint => endpoint.Name,
        endpoint => new LocalQueue(endpoint.Dispatcher(dispatchers), time)
        {
            Workers = options.Value.EndpointConcurrency.TryGetValue(endpoint.Name, out var own)
                ? own
                : options.Value.HandOverConcurrency,
        },
        StringComparer.Ordinal));

    public IEnumerable<LocalQueue> All => _queues.Value.Values;

    public LocalQueue? Find(OutboxMessage row)
        => _queues.Value.GetValueOrDefault(new Uri(row.Destination).Segments[^1]);
}
