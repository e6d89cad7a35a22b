using System.Globalization;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Exposition;

/// <summary>The values of a metric's labels, of which there are at most three: a key that is made without an allocation.</summary>
internal readonly record struct LabelValues(string? First, string? Second, string? Third)
{
    /// <summary>What would be one combination too many: a mistake must not fill the memory.</summary>
    public static readonly LabelValues TooMany = new("other", "other", "other");

    private static readonly string[] Numbers =
        [.. Enumerable.Range(0, 600).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public string? this[int index] => index switch
    {
        0 => First,
        1 => Second,
        _ => Third,
    };

    public static LabelValues Of(IReadOnlyList<Metric.Label> labels, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        => labels.Count == 0 ? default : new(
            Find(labels[0], tags),
            labels.Count > 1 ? Find(labels[1], tags) : null,
            labels.Count > 2 ? Find(labels[2], tags) : null);

    private static string Find(Metric.Label label, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == label.Tag)
            {
                return value switch
                {
                    null => TelemetryNames.None,
                    string text => text,
                    int and >= 0 and < 600 => Numbers[(int)value],
                    _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? TelemetryNames.None,
                };
            }
        }

        return TelemetryNames.None;
    }
}
