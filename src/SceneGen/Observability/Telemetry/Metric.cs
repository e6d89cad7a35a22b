namespace SceneGen.Observability.Telemetry;

/// <summary>One metric as Prometheus sees it, and the instrument it comes from.</summary>
/// <param name="Meter">The instrument's meter.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Name">Its name in the exposition.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Help">What it counts or measures, in one sentence.</param>
internal sealed record Metric(string Meter, string Instrument, string Name, MetricKind Kind, string Help)
{
    /// <summary>By powers of about 2.5, from a call within the machine to a wait for a provider.</summary>
    public static readonly IReadOnlyList<double> Quick = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    /// <summary>For what a scene spends, which may be hours.</summary>
    public static readonly IReadOnlyList<double> Long = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 900, 3600, 86_400];

    /// <summary>Null where it has none.</summary>
    public string? Unit { get; init; }

    /// <summary>At most three, each with few values.</summary>
    public IReadOnlyList<Label> Labels { get; init; } = [];

    /// <summary>The upper bounds of a histogram's buckets.</summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>A label, and the tag of the measurement it is read from. Other tags are left out.</summary>
    internal readonly record struct Label(string Name, string Tag)
    {
        public static implicit operator Label(string name) => new(name, name);
    }
}
