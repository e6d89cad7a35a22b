using SceneGen.Scenes;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Ops;

public sealed class When_painted_pictures_are_not_stored
{
    [Fact]
    public async Task the_operator_sees_how_long_each_can_still_be_had()
    {
        await using var server = await OpsServer.StartAsync();
        var late = NewScene("Storing", server, TimeSpan.FromMinutes(50));
        var soon = NewScene("Storing", server, TimeSpan.FromMinutes(20));
        await server.AddAsync(late);
        await server.AddAsync(soon);
        await server.AddAsync(NewScene("Ready", server, TimeSpan.FromMinutes(1)));

        var (_, storage) = await server.GetAsync("/api/ops/storage");

        Assert.Equal(
            [(soon.CorrelationId, 1200), (late.CorrelationId, 3000)],
            storage.GetProperty("outputs").EnumerateArray().Select(output =>
                (output.GetProperty("sceneId").GetGuid(), output.GetProperty("secondsLeft").GetInt32())));
    }

    [Fact]
    public async Task after_45_minutes_the_service_says_so_and_stays_ready()
    {
        await using var server = await OpsServer.StartAsync();
        await server.AddAsync(NewScene("Storing", server, TimeSpan.FromHours(1)));
        server.Time.Advance(TimeSpan.FromMinutes(44));
        var before = await server.GetAsync("/health/ready");
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var after = await server.GetAsync("/health/ready");

        Assert.Equal([200, 200], [before.Status, after.Status]);
        Assert.Equal(["healthy", "degraded"], [Storage(before.Body), Storage(after.Body)]);
    }

    private static string Storage(System.Text.Json.JsonElement health)
        => health.GetProperty("checks").GetProperty("outputs").GetProperty("status").GetString()!;

    private static SceneState NewScene(string state, OpsServer server, TimeSpan life)
    {
        var scene = A.SceneIn(state);
        scene.OutputExpiresAt = server.Time.GetUtcNow() + life;
        return scene;
    }
}
