using System.Globalization;
using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_provider_reports(EmbeddedWithWebhooks run) : IClassFixture<EmbeddedWithWebhooks>
{
    [Fact]
    public async Task the_picture_is_fetched_at_once()
    {
        var (scene, prediction) = await BeginAsync();
        var webhook = prediction.GetProperty("webhook").GetString()!;
        Assert.StartsWith("https://scenes.example.org/webhooks/replicate/", webhook, StringComparison.Ordinal);

        Assert.Equal(204, await run.Provider.SendAsync(webhook, BodyOf(prediction)));

        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task the_same_report_again_does_nothing()
    {
        var (scene, prediction) = await BeginAsync();
        var webhook = prediction.GetProperty("webhook").GetString()!;
        Assert.Equal(204, await run.Provider.SendAsync(webhook, BodyOf(prediction), "msg_twice"));
        await run.Scenes.EndAsync(scene);
        var reads = await run.World.CountAsync("gets");

        Assert.Equal(204, await run.Provider.SendAsync(webhook, BodyOf(prediction), "msg_twice"));

        // Another scene's check goes the same way, later: a check of this one would have been seen by then.
        var (other, next) = await BeginAsync();
        await run.Provider.SendAsync(next.GetProperty("webhook").GetString()!, BodyOf(next), "msg_other");
        await run.Scenes.EndAsync(other);
        Assert.Equal(reads + 1, await run.World.CountAsync("gets"));
    }

    [Fact]
    public async Task what_is_forged_or_stale_or_anothers_is_refused_and_changes_nothing()
    {
        var (scene, prediction) = await BeginAsync();
        var webhook = prediction.GetProperty("webhook").GetString()!;
        var body = BodyOf(prediction);

        Assert.Equal(401, await run.Provider.SendAsync(webhook, body, "f1", signature: "v1,AAAA"));
        Assert.Equal(401, await run.Provider.SendAsync(webhook, body, "f2", signature: ""));
        Assert.Equal(401, await run.Provider.SendAsync(webhook, body, "f3", TimeSpan.FromMinutes(6)));
        Assert.Equal(401, await run.Provider.SendAsync(webhook, body, "f4", TimeSpan.FromMinutes(-6)));
        Assert.Equal(401, await run.Provider.SendAsync(webhook, """{"id":"another"}""", "f5"));
        Assert.Equal(400, await run.Provider.SendAsync(webhook, "no JSON", "f6"));
        Assert.Equal(413, await run.Provider.SendAsync(webhook, new string(' ', (1024 * 1024) + 1), "f7"));
        Assert.Equal("generating", (await run.Scenes.GetAsync($"/api/scenes/{scene}")).Body.GetProperty("status").GetString());

        Assert.Equal(204, await run.Provider.SendAsync(webhook, body + new string(' ', 500_000), "good"));
        await run.Scenes.EndAsync(scene);
    }

    [Fact]
    public async Task a_report_to_an_address_nobody_waits_at_is_taken_and_forgotten()
        => Assert.Equal(204, await run.Provider.SendAsync(
            "https://scenes.example.org/webhooks/replicate/00000000000000000000000000000000", """{"id":"p1"}"""));

    private static string BodyOf(JsonElement prediction)
        => $$"""{"id":"{{prediction.GetProperty("id").GetString()}}","status":"succeeded"}""";

    /// <summary>A scene whose prediction has ended, and nobody knows it yet.</summary>
    private async Task<(Guid Scene, JsonElement Prediction)> BeginAsync()
    {
        var name = $"Fox {Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)}";
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", name);
        await run.Scenes.ReachAsync(scene, "generating");
        JsonElement prediction;
        do
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            prediction = Assert.Single(await run.World.PredictionsAsync(name));
        }
        while (prediction.GetProperty("status").GetString() != "succeeded");

        return (scene, prediction);
    }
}
