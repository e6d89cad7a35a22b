using SceneGen.Observability.Exposition;
using SceneGen.Observability.Readings;

namespace SceneGen.Observability;

/// <summary>Has everything counted from the start on, before anybody asks.</summary>
internal sealed class Watch(MetricCollector collector, StandingGauges standing, TrafficGauges traffic) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        standing.Create();
        traffic.Create();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Nobody asks any more.
        collector.Dispose();
        return Task.CompletedTask;
    }
}
