using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using SceneGen.Observability.Telemetry;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Observability;

/// <summary>
/// Alerts, dashboards and the programs of others are written against these names. With SCENEGEN_APPROVE=1 what is approved
/// is written instead.
/// </summary>
public sealed class When_telemetry_is_named
{
    private const string TableBegins = "<!-- The table of metrics: written by When_telemetry_is_named. -->\n";
    private const string TableEnds = "<!-- The end of the table. -->\n";

    private static readonly bool Approves = Environment.GetEnvironmentVariable("SCENEGEN_APPROVE") == "1";
    private static readonly string Approved = Repository.PathOf("tests/SceneGen.Tests/Observability/Approved/telemetry.txt");
    private static readonly string Operations = Repository.PathOf("docs/operations.md");

    private static IEnumerable<Metric> Metrics
        => OwnMetrics.All.Concat(ForeignMetrics.All).OrderBy(metric => metric.Name, StringComparer.Ordinal);

    [Fact]
    public void the_names_are_the_approved_ones()
    {
        var metrics = Metrics.Select(metric =>
            $"{metric.Kind} {metric.Name}{{{string.Join(',', metric.Labels.Select(label => label.Name))}}} from {metric.Meter}/{metric.Instrument}");
        var names = typeof(TelemetryNames).GetFields(BindingFlags.Static | BindingFlags.Public)
            .Where(field => field.IsLiteral)
            .Select(field => $"{field.Name} = {field.GetRawConstantValue()}");
        var text = string.Join('\n', [.. metrics, "", .. names, ""]);
        if (Approves)
        {
            File.WriteAllText(Approved, text);
        }

        Assert.Equal(File.ReadAllText(Approved), text);
    }

    [Fact]
    public void operators_read_of_every_metric()
    {
        var rows = Metrics.Select(metric =>
            $"| `{metric.Name}` | {string.Join(", ", metric.Labels.Select(label => label.Name))} | {metric.Kind.ToString().ToLowerInvariant()} | {metric.Help} |");
        var table = string.Join('\n', ["| metric | labels | type | |", "|---|---|---|---|", .. rows, ""]);
        var document = File.ReadAllText(Operations);
        var start = document.IndexOf(TableBegins, StringComparison.Ordinal) + TableBegins.Length;
        var end = document.IndexOf(TableEnds, StringComparison.Ordinal);
        if (Approves)
        {
            document = document[..start] + table + document[end..];
            File.WriteAllText(Operations, document);
            end = start + table.Length;
        }

        Assert.Equal(document[start..end], table);
    }

    [Fact]
    public async Task the_service_makes_the_instruments_that_are_described_and_no_others()
    {
        await using var service = await WholeService.ComposeAsync();
        var made = new ConcurrentDictionary<string, Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Meter && instrument.Meter.Scope == service.Meters)
                {
                    made[instrument.Name] = instrument;
                }
            },
        };
        listener.Start();

        Assert.Equal(
            OwnMetrics.All.Select(metric => metric.Instrument).Where(name => name != TelemetryNames.OutboxDelivered)
                .Order(StringComparer.Ordinal),
            made.Keys.Where(name => name != TelemetryNames.OutboxDelivered).Order(StringComparer.Ordinal));
        Assert.All(made.Values, instrument => Assert.Equal(
            OwnMetrics.Find(instrument.Name).Kind is MetricKind.Gauge, instrument.IsObservable));
    }

    [Fact]
    public void a_metric_has_at_most_three_labels_and_a_histogram_its_buckets()
        => Assert.All(Metrics, metric =>
        {
            Assert.InRange(metric.Labels.Count, 0, 3);
            Assert.Equal(metric.Kind is MetricKind.Histogram, metric.Buckets.Count > 0);
            Assert.Equal(metric.Buckets.Order(), metric.Buckets);
        });
}
