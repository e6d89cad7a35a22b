using System.Text.Json;

namespace SceneGen.Tests.Web.Health;

public sealed class When_a_part_is_away
{
    private static readonly string[] Parts =
        ["database", "migrations", "storage", "vips", "themes", "provider", "outputs"];

    [Fact]
    public async Task each_part_says_how_it_is_and_since_when()
    {
        await using var server = await HealthServer.StartAsync();

        var (status, health) = await server.ReadyAsync();

        Assert.Equal(200, status);
        var checks = health.GetProperty("checks");
        Assert.Equal(Parts, checks.EnumerateObject().Select(part => part.Name));
        Assert.All(checks.EnumerateObject(), part =>
        {
            Assert.Equal("healthy", part.Value.GetProperty("status").GetString());
            Assert.Equal(server.Time.GetUtcNow(), part.Value.GetProperty("since").GetDateTimeOffset());
        });
    }

    [Fact]
    public async Task a_store_that_cannot_be_written_to_makes_the_service_unready()
    {
        await using var server = await HealthServer.StartAsync();
        await server.ReadyAsync();
        server.Time.Advance(TimeSpan.FromMinutes(2));
        var since = server.Time.GetUtcNow();

        server.TakeStoreAway();
        var (status, health) = await server.ReadyAsync();
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var (_, later) = await server.ReadyAsync();
        server.GiveStoreBack();
        server.Time.Advance(TimeSpan.FromMinutes(1));
        var (mended, _) = await server.ReadyAsync();

        Assert.Equal((503, "unhealthy"), (status, Part(health, "storage").GetProperty("status").GetString()));
        Assert.StartsWith("Pictures cannot be kept", Part(health, "storage").GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(since, Part(later, "storage").GetProperty("since").GetDateTimeOffset());
        Assert.Equal("healthy", Part(health, "database").GetProperty("status").GetString());
        Assert.Equal(200, mended);
    }

    [Fact]
    public async Task a_database_without_this_versions_tables_makes_the_service_unready_and_says_what_to_run()
    {
        await using var server = await HealthServer.StartAsync();

        var last = await server.ForgetLastMigrationAsync();
        var (status, health) = await server.ReadyAsync();

        Assert.Equal(503, status);
        var reason = Part(health, "migrations").GetProperty("reason").GetString();
        Assert.Contains(last, reason, StringComparison.Ordinal);
        Assert.Contains("SceneGen.dll migrate", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_process_is_alive_all_the_same()
    {
        await using var server = await HealthServer.StartAsync();
        server.TakeStoreAway();

        Assert.Equal(200, await server.LiveAsync());
    }

    private static JsonElement Part(JsonElement health, string name) => health.GetProperty("checks").GetProperty(name);
}
