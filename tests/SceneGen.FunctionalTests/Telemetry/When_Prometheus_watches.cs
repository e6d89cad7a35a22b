using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_Prometheus_watches(Embedded run) : IClassFixture<Embedded>
{
    [Fact]
    public async Task it_reads_what_happens_and_fires_the_alert_that_is_due()
    {
        await using var prometheus = Prometheus.Start(Repository.PathOf("compose/prometheus/alerts.yml"), new Uri(run.Process.Url).Authority);
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city");
        await run.Scenes.EndAsync(scene);
        await Eventually.IsTrueAsync(
            async () => (await prometheus.QueryAsync("scenegen_scenes_ended_total{outcome=\"ready\"}")).Count == 1,
            "the scene is counted");
        Assert.Empty(await prometheus.FiringAsync());

        await run.World.SwitchOnAsync("create", "402-credit", probability: 1);
        await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "without credit");

        await Eventually.IsTrueAsync(
            async () => (await prometheus.FiringAsync()).Contains("ProviderRefusesAccount"), "the alert fires");
        Assert.Equal(["ProviderRefusesAccount"], await prometheus.FiringAsync());
    }
}
