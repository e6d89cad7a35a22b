using SceneGen.Assets.Storing;
using SceneGen.Observability.Exposition;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Readings;

namespace SceneGen.Observability;

/// <summary>Has everything counted from the start on, before anybody asks.</summary>
internal sealed class Watch(
    MetricCollector collector, StandingGauges standing, TrafficGauges traffic, StoreMeter store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        standing.Create();
        traffic.Create();
        store.Begin(WatchedStore.Operations);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Nobody asks any more.
        collector.Dispose();
        return Task.CompletedTask;
    }
}
