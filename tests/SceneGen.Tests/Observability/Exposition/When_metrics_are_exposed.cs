using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Observability.Metrics;

namespace SceneGen.Tests.Observability.Exposition;

public sealed class When_metrics_are_exposed
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prometheus_finds_nothing_to_complain_of()
    {
        await using var service = await WholeService.ComposeAsync();
        await service.MakeTablesAsync();
        MeasureAll(service);
        await service.Services.GetRequiredService<SceneGen.Observability.Readings.FigureReader>().RefreshAsync();
        var exposition = service.Expose();
        Assert.Contains("scenegen_scenes{state=\"awaitingTheme\"} 0\n", exposition, StringComparison.Ordinal);

        using var promtool = Process.Start(new ProcessStartInfo("promtool", ["check", "metrics"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var complaints = Task.WhenAll(
            promtool.StandardOutput.ReadToEndAsync(Stop), promtool.StandardError.ReadToEndAsync(Stop));
        await promtool.StandardInput.WriteAsync(exposition.AsMemory(), Stop);
        promtool.StandardInput.Close();
        await promtool.WaitForExitAsync(Stop);

        Assert.Equal("", string.Concat(await complaints));
        Assert.Equal(0, promtool.ExitCode);
    }

    [Fact]
    public async Task a_histogram_counts_what_lies_below_each_bound()
    {
        await using var service = await WholeService.ComposeAsync();
        var meter = service.Services.GetRequiredService<ProviderMeter>();
        foreach (var milliseconds in new[] { 4, 40, 45, 60_000 })
        {
            meter.Call("get", "200", TimeSpan.FromMilliseconds(milliseconds));
        }

        var lines = service.Expose().Split('\n');

        Assert.Contains("# TYPE scenegen_provider_call_duration_seconds histogram", lines);
        Assert.Contains("scenegen_provider_call_duration_seconds_bucket{operation=\"get\",le=\"0.005\"} 1", lines);
        Assert.Contains("scenegen_provider_call_duration_seconds_bucket{operation=\"get\",le=\"0.05\"} 3", lines);
        Assert.Contains("scenegen_provider_call_duration_seconds_bucket{operation=\"get\",le=\"30\"} 3", lines);
        Assert.Contains("scenegen_provider_call_duration_seconds_bucket{operation=\"get\",le=\"+Inf\"} 4", lines);
        Assert.Contains("scenegen_provider_call_duration_seconds_count{operation=\"get\"} 4", lines);
        Assert.Contains("scenegen_provider_calls_total{operation=\"get\",status=\"200\"} 4", lines);
    }

    [Fact]
    public async Task a_label_may_hold_any_text()
    {
        await using var service = await WholeService.ComposeAsync();

        service.Services.GetRequiredService<SceneMeter>().Retry("a\\b \"c\"\nd");

        Assert.Contains(
            """scenegen_provider_retries_total{code="a\\b \"c\"\nd"} 1""" + "\n", service.Expose(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task labels_that_never_end_are_gathered_under_one()
    {
        await using var service = await WholeService.ComposeAsync();
        var meter = service.Services.GetRequiredService<SceneMeter>();
        for (var code = 0; code < 600; code++)
        {
            meter.Retry($"code {code}");
        }

        var lines = service.Expose().Split('\n')
            .Where(line => line.StartsWith("scenegen_provider_retries_total{", StringComparison.Ordinal))
            .ToList();

        Assert.Equal(501, lines.Count);
        Assert.Contains("scenegen_provider_retries_total{code=\"other\"} 100", lines);
    }

    [Fact]
    public async Task two_services_in_a_process_count_for_themselves()
    {
        await using var one = await WholeService.ComposeAsync();
        await using var other = await WholeService.ComposeAsync();

        one.Services.GetRequiredService<SceneMeter>().Accept();

        Assert.Contains("scenegen_scenes_accepted_total 1\n", one.Expose(), StringComparison.Ordinal);
        Assert.Contains("scenegen_scenes_accepted_total 0\n", other.Expose(), StringComparison.Ordinal);
    }

    private static void MeasureAll(WholeService service)
    {
        var scenes = service.Services.GetRequiredService<SceneMeter>();
        scenes.Accept();
        scenes.Leave("submitting", TimeSpan.FromSeconds(1));
        scenes.End("failed", "provider", "timeout", TimeSpan.FromMinutes(1));
        scenes.Spend(TimeSpan.FromMilliseconds(20));
        scenes.Retry("timeout");
        scenes.Charge(0.045m, "owner/model", "neon-city");
        scenes.RequestRollback(1);
        scenes.EndRollback("refused");
        var provider = service.Services.GetRequiredService<ProviderMeter>();
        provider.Call("create", "201", TimeSpan.FromSeconds(1));
        provider.Poll("running");
        provider.Webhook("accepted");
        var store = service.Services.GetRequiredService<StoreMeter>();
        store.Write(1);
        store.Fail("add");
        store.Process(store.Now());
    }
}
