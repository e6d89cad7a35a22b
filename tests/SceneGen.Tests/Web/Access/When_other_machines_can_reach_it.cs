namespace SceneGen.Tests.Web.Access;

public sealed class When_other_machines_can_reach_it
{
    private const string Everywhere = "http://0.0.0.0:0";

    [Fact]
    public async Task without_a_key_it_does_not_start()
    {
        await using var server = new AccessServer(new() { ["urls"] = Everywhere });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await server.InitializeAsync());

        Assert.Contains(Everywhere, error.Message, StringComparison.Ordinal);
        Assert.Contains("keys add", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_one_it_does_and_nobody_is_local()
    {
        await using var server = await AccessServer.StartAsync(
            new(AccessServer.KeySettings(("one", "sg_one", "scenes"))) { ["urls"] = Everywhere });

        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes"));
        Assert.Equal(200, await server.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer("sg_one")));
    }
}
