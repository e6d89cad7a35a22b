using System.Diagnostics.Metrics;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Readings;

/// <summary>The gauges of what this instance may ask of the provider, and asks.</summary>
internal sealed class TrafficGauges(ProviderTraffic traffic, SliceLease lease, Instruments instruments)
{
    public void Create()
    {
        instruments.Gauge(
            TelemetryNames.ProviderCallsInFlight, () => [new(traffic.InFlight.Creates + traffic.InFlight.Reads)]);
        instruments.Gauge(TelemetryNames.ProviderBudget, BudgetOf);
    }

    /// <summary>Without a slice nothing is said: the next call brings one.</summary>
    private IEnumerable<Measurement<double>> BudgetOf()
        => lease.Slice is { } slice
            ?
            [
                new(slice.CreatesPerMinute, Instruments.Tag(TelemetryNames.Kind, "create")),
                new(slice.ReadsPerMinute, Instruments.Tag(TelemetryNames.Kind, "read")),
            ]
            : [];
}
