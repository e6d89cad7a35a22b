using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts those who watch scenes, and what they are sent.</summary>
internal sealed class WatchMeter
{
    private readonly Counter<long> _events;
    private readonly Histogram<double> _delay;
    private readonly TimeProvider _time;
    private int _watchers;

    public WatchMeter(Instruments instruments, TimeProvider time)
    {
        _time = time;
        _events = instruments.Counter<long>(TelemetryNames.WatchEvents);
        _delay = instruments.Histogram(TelemetryNames.WatchDelay);
        instruments.Gauge(TelemetryNames.Watchers, () => [new(Volatile.Read(ref _watchers))]);
    }

    public void Come() => Interlocked.Increment(ref _watchers);

    public void Go() => Interlocked.Decrement(ref _watchers);

    public void Show(int events) => _events.Add(events);

    public long Now() => _time.GetTimestamp();

    /// <summary>Those who watch a scene were woken for what it was told then.</summary>
    public void Wake(long told) => _delay.Record(_time.GetElapsedTime(told).TotalSeconds);
}
