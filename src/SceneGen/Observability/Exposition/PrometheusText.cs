using System.Globalization;
using System.Text;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Exposition;

/// <summary>Prometheus' text format: https://prometheus.io/docs/instrumenting/exposition_formats/.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Of(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder(16 * 1024);
        foreach (var family in families.OrderBy(family => family.Metric.Name, StringComparer.Ordinal))
        {
            Write(text, family);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, MetricFamily family)
    {
        var (metric, isBegun) = (family.Metric, false);
        foreach (var (labels, series) in family.Series.OrderBy(one => one.Key.ToString(), StringComparer.Ordinal))
        {
            if (!isBegun)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {metric.Name} {Escape(metric.Help)}\n");
                text.Append(CultureInfo.InvariantCulture, $"# TYPE {metric.Name} {metric.Kind.ToString().ToLowerInvariant()}\n");
                isBegun = true;
            }

            if (metric.Kind is MetricKind.Histogram)
            {
                WriteHistogram(text, metric, labels, series);
            }
            else
            {
                Line(text, metric.Name, metric, labels, series.Read().Sum);
            }
        }
    }

    private static void WriteHistogram(StringBuilder text, Metric metric, LabelValues labels, Series series)
    {
        var (sum, count, buckets) = series.Read();
        var below = 0L;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            below += buckets[bucket];
            Line(text, metric.Name + "_bucket", metric, labels, below, Number(metric.Buckets[bucket]));
        }

        Line(text, metric.Name + "_bucket", metric, labels, count, "+Inf");
        Line(text, metric.Name + "_sum", metric, labels, sum);
        Line(text, metric.Name + "_count", metric, labels, count);
    }

    private static void Line(
        StringBuilder text, string name, Metric metric, LabelValues labels, double value, string? upTo = null)
    {
        text.Append(name);
        var separator = '{';
        for (var index = 0; index < metric.Labels.Count; index++)
        {
            text.Append(separator).Append(metric.Labels[index].Name).Append("=\"").Append(EscapeValue(labels[index])).Append('"');
            separator = ',';
        }

        if (upTo is not null)
        {
            text.Append(separator).Append("le=\"").Append(upTo).Append('"');
            separator = ',';
        }

        text.Append(separator == '{' ? " " : "} ").Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escape(string text)
        => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string EscapeValue(string? text)
        => Escape(text ?? "").Replace("\"", "\\\"", StringComparison.Ordinal);
}
