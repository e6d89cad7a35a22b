using System.Text.Json;
using System.Text.RegularExpressions;
using SceneGen.Observability.Telemetry;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Observability;

/// <summary>promtool proves when the alerts fire; that they ask for what there is, it cannot know.</summary>
public sealed partial class When_alerts_and_dashboards_are_written
{
    private static readonly string Rules = File.ReadAllText(Repository.PathOf("compose/prometheus/alerts.yml"));

    private static readonly JsonElement Dashboard =
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf("compose/grafana/dashboards/scenegen.json"))).RootElement;

    private static readonly IReadOnlyList<Metric> Metrics = [.. OwnMetrics.All, .. ForeignMetrics.All];

    private static IEnumerable<JsonElement> Panels => Dashboard.GetProperty("panels").EnumerateArray();

    private static IEnumerable<string> Queries => Panels
        .Where(panel => panel.TryGetProperty("targets", out _))
        .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
        .Select(target => target.GetProperty("expr").GetString()!);

    [Fact]
    public void every_alert_asks_for_metrics_there_are()
    {
        Assert.True(MetricsIn(Rules).Count() > 10);
        Assert.Empty(MetricsIn(Rules).Except(Exposed()));
    }

    [Fact]
    public void every_panel_asks_for_metrics_and_labels_there_are()
    {
        Assert.True(Queries.Count() > 30);
        Assert.Empty(Queries.SelectMany(MetricsIn).Except(Exposed()));
        Assert.All(Queries, query =>
        {
            var known = MetricsIn(query)
                .SelectMany(name => Metrics.Where(metric => name.StartsWith(metric.Name, StringComparison.Ordinal)))
                .SelectMany(metric => metric.Labels)
                .Select(label => label.Name)
                .Append("le");
            Assert.Empty(LabelsIn(query).Except(known));
        });
    }

    [Fact]
    public void every_metric_of_the_service_itself_is_on_the_dashboard()
    {
        var shown = Queries.SelectMany(MetricsIn).ToList();

        Assert.All(OwnMetrics.All, metric =>
            Assert.Contains(shown, name => name.StartsWith(metric.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public void every_panel_has_a_name_and_a_number_of_its_own()
    {
        Assert.Equal(Panels.Count(), Panels.Select(panel => panel.GetProperty("id").GetInt32()).Distinct().Count());
        Assert.All(Panels, panel => Assert.NotEmpty(panel.GetProperty("title").GetString()!));
    }

    [Fact]
    public void every_alert_has_a_runbook_and_a_test()
    {
        var runbooks = File.ReadAllText(Repository.PathOf("docs/operations.md"));
        var proofs = File.ReadAllText(Repository.PathOf("compose/prometheus/alerts.test.yml"));
        var alerts = AlertName().Matches(Rules).Select(match => match.Groups["name"].Value).ToList();

        Assert.True(alerts.Count >= 10);
        Assert.All(alerts, alert =>
        {
            Assert.Contains($"\n### {alert}\n", runbooks, StringComparison.Ordinal);
            Assert.Contains($"runbook: docs/operations.md#{alert.ToLowerInvariant()}\n", Rules, StringComparison.Ordinal);
            Assert.Contains($"alertname: {alert}\n", proofs, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<string> Exposed()
        => Metrics.SelectMany(metric => metric.Kind is MetricKind.Histogram
            ? new[] { $"{metric.Name}_bucket", $"{metric.Name}_count", $"{metric.Name}_sum" }
            : [metric.Name]);

    private static IEnumerable<string> MetricsIn(string text)
        => MetricName().Matches(text).Select(match => match.Value).Distinct();

    private static IEnumerable<string> LabelsIn(string query)
        => By().Matches(query).SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\bscenegen_\w+", RegexOptions.None, 1000)]
    private static partial Regex MetricName();

    [GeneratedRegex(@"\bby \((?<labels>[^)]+)\)", RegexOptions.None, 1000)]
    private static partial Regex By();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex AlertName();
}
