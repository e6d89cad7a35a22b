using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Makes the service's instruments as <see cref="OwnMetrics"/> describes them.</summary>
internal sealed class Instruments(IMeterFactory meters)
{
    private readonly Meter _meter = meters.Create(TelemetryNames.Meter);

    public Counter<T> Counter<T>(string name)
        where T : struct
        => _meter.CreateCounter<T>(name, Of(name).Unit, Of(name).Help);

    public Histogram<double> Histogram(string name)
        => _meter.CreateHistogram(
            name,
            Of(name).Unit,
            Of(name).Help,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = Of(name).Buckets });

    public void Gauge(string name, Func<IEnumerable<Measurement<double>>> observe)
        => _meter.CreateObservableGauge(name, observe, Of(name).Unit, Of(name).Help);

    public static KeyValuePair<string, object?> Tag(string name, string? value) => new(name, value ?? TelemetryNames.None);

    private static Metric Of(string name) => OwnMetrics.Find(name);
}
