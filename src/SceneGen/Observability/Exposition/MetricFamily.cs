using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Exposition;

/// <summary>All that was measured of one metric.</summary>
internal sealed class MetricFamily(Metric metric)
{
    private const int MostSeries = 500;
    private readonly ConcurrentDictionary<LabelValues, Series> _series = [];
    private bool _isObserved;

    public Metric Metric => metric;

    public IEnumerable<KeyValuePair<LabelValues, Series>> Series => _series;

    public void Take(Instrument instrument)
    {
        _isObserved = instrument.IsObservable;

        // A counter without labels is there from the start: its first step has to show.
        if (metric is { Kind: not MetricKind.Gauge, Labels.Count: 0 })
        {
            Find(default);
        }
    }

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = Find(LabelValues.Of(metric.Labels, tags));
        if (metric.Kind is MetricKind.Histogram)
        {
            series.Observe(value);
        }
        else
        {
            // Observed values were forgotten before; those that differ in a label that is left out add up.
            series.Add(value);
        }
    }

    /// <summary>Before the observed values are asked for: what is not told any more is gone.</summary>
    public void Forget()
    {
        if (_isObserved)
        {
            _series.Clear();
        }
    }

    private Series Find(LabelValues labels)
        => _series.TryGetValue(labels, out var known) ? known
            : _series.GetOrAdd(
                _series.Count < MostSeries || metric.Labels.Count == 0 ? labels : LabelValues.TooMany,
                _ => new Series(metric.Buckets));
}
