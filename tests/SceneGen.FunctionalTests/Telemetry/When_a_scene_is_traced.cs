using System.Globalization;
using System.Text.Json;

namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_a_scene_is_traced(TracedRun traced) : IClassFixture<TracedRun>
{
    private static readonly string[] OwnSteps = ["picture fetch", "vips", "provider purchase", "picture store", "outbox deliver"];

    private static readonly string[] Messages =
        ["scenes receive", "generate-scene receive", "check-generation receive", "store-scene receive"];

    [Fact]
    public async Task every_step_is_in_one_tree()
    {
        var scene = await traced.Run.Scenes.CreateAsync(traced.Run.Avatars.Fox, "neon-city");
        await traced.Run.Scenes.EndAsync(scene);

        var trace = await SceneTrace.OfAsync(traced.Collector, scene);

        Assert.Equal("POST /api/scenes/", trace.Root.Name);
        Assert.Equal("202", trace.Root.Attributes["http.response.status_code"]);
        Assert.All(OwnSteps.Concat(Messages), name => Assert.True(trace.Count(name) > 0, $"{name} is missing."));
        Assert.Equal(["submitting", "generating", "storing", "ready"], trace.StatesOf(scene));

        // The paid call within the purchase; and a timer's check, and what it found, after that.
        Assert.Single(trace.Spans, span => span.Name == "POST" && trace.IsUnder(span, "provider purchase"));
        Assert.Contains(trace.Spans, span => span.Name == "GET" && trace.IsUnder(span, "check-generation receive"));
        Assert.Contains(trace.Spans, span => span.Name == "picture store" && trace.IsUnder(span, "check-generation receive"));
        Assert.Single(trace.Spans, span => span.Name.Contains("SceneReady", StringComparison.Ordinal) && span.Name.EndsWith("send", StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_the_provider_reports_goes_on_in_the_scenes_trace_and_its_own_is_linked_to_it()
    {
        var name = $"Fox {Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}";
        var scene = await traced.Run.Scenes.CreateAsync(traced.Run.Avatars.Fox, "neon-city", name);
        await traced.Run.Scenes.ReachAsync(scene, "generating", "storing", "ready");
        var prediction = Assert.Single(await traced.Run.World.PredictionsAsync(name));
        var body = $$"""{"id":"{{prediction.GetProperty("id").GetString()}}","status":"succeeded"}""";
        await traced.Provider.SendAsync(prediction.GetProperty("webhook").GetString()!, body, name);
        await traced.Run.Scenes.EndAsync(scene);

        var trace = await SceneTrace.OfAsync(traced.Collector, scene);

        Assert.Equal("POST /api/scenes/", trace.Root.Name);
        var report = await Eventually.IsFoundAsync(
            () => Task.FromResult(traced.Collector.Spans.FirstOrDefault(
                span => span.Name == "POST /webhooks/replicate/{token}" && span.LinkedTraces.Contains(trace.Root.TraceId))),
            "the report's span is linked to the scene's trace");
        Assert.NotEqual(trace.Root.TraceId, report.TraceId);
    }

    [Fact]
    public async Task no_span_holds_a_secret_and_no_probe_is_traced()
    {
        var scene = await traced.Run.Scenes.CreateAsync(traced.Run.Avatars.Fox, "neon-city");
        await traced.Run.Scenes.EndAsync(scene);
        await SceneTrace.OfAsync(traced.Collector, scene);

        foreach (var span in traced.Collector.Spans)
        {
            Assert.Null(Secrets.FindIn($"{span.Name} {string.Join(' ', span.Attributes)}".Replace('\n', ' ')));
            Assert.DoesNotContain("/health", span.Name, StringComparison.Ordinal);
        }

        await Eventually.IsTrueAsync(() => Task.FromResult(traced.Collector.Metrics > 0), "metrics are sent");
    }

    [Fact]
    public async Task each_line_about_it_bears_its_id_and_its_trace()
    {
        var scene = await traced.Run.Scenes.CreateAsync(traced.Run.Avatars.Fox, "neon-city");
        await traced.Run.Scenes.EndAsync(scene);
        var trace = await SceneTrace.OfAsync(traced.Collector, scene);

        var lines = await Eventually.IsFoundAsync(
            () => Task.FromResult(LinesOf(traced.Run.Process.Output, scene) is { Count: >= 4 } found ? found : null),
            "four lines tell of the scene");

        Assert.All(lines, line => Assert.Equal(
            scene.ToString(), line.GetProperty("Properties").GetProperty("SceneId").GetString()));
        Assert.All(lines, line => Assert.Equal(trace.Root.TraceId, line.GetProperty("TraceId").GetString()));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(traced.Run.Process.Folder, "logs")));
        using var kept = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        Assert.Equal(
            lines.Count, LinesOf(await kept.ReadToEndAsync(TestContext.Current.CancellationToken), scene).Count);
    }

    private static List<JsonElement> LinesOf(string log, Guid scene)
        => [.. log.Split('\n')
            .Where(line => line.Contains(scene.ToString(), StringComparison.Ordinal))
            .Select(line => JsonElement.Parse(line))];
}
