using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Exposition;

/// <summary>Adds up what the instruments measure, as far as it is exposed.</summary>
internal sealed class MetricCollector : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _scrape = new();
    private readonly IMeterFactory _meters;
    private readonly Dictionary<(string Meter, string Instrument), MetricFamily> _families;

    public MetricCollector(IMeterFactory meters)
    {
        _meters = meters;
        _families = OwnMetrics.All.Concat(ForeignMetrics.All)
            .ToDictionary(metric => (metric.Meter, metric.Instrument), metric => new MetricFamily(metric));
        _listener.InstrumentPublished = Listen;
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Record(state, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Record(state, value, tags));
        _listener.Start();
    }

    /// <summary>The exposition as it is now.</summary>
    public string Write()
    {
        // One at a time: what is observed is forgotten before it is asked for.
        lock (_scrape)
        {
            foreach (var family in _families.Values)
            {
                family.Forget();
            }

            _listener.RecordObservableInstruments();
            return PrometheusText.Of(_families.Values);
        }
    }

    public void Dispose() => _listener.Dispose();

    private static void Record(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => ((MetricFamily)state!).Record(value, tags);

    private void Listen(Instrument instrument, MeterListener listener)
    {
        // Another service in this process counts for itself.
        var isOurs = instrument.Meter.Scope is null || instrument.Meter.Scope == _meters;
        if (isOurs && _families.TryGetValue((instrument.Meter.Name, instrument.Name), out var family))
        {
            family.Take(instrument);
            listener.EnableMeasurementEvents(instrument, family);
        }
    }
}
