namespace SceneGen.Observability.Telemetry;

internal enum MetricKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>How it stands.</summary>
    Gauge,

    /// <summary>How often it took how long.</summary>
    Histogram,
}
