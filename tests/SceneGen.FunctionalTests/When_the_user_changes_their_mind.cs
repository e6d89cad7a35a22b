using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_user_changes_their_mind(Embedded run) : IClassFixture<Embedded>
{
    [Fact]
    public async Task the_scene_is_canceled_here_and_at_the_provider()
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "fail-slow f");
        await run.Scenes.ReachAsync(scene, "generating");

        Assert.Equal(202, (await run.Scenes.DeleteAsync($"/api/scenes/{scene}")).Status);

        Assert.Equal("canceled", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
        while ((await run.World.PredictionsAsync("fail-slow f")).Single().GetProperty("status").GetString() != "canceled")
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task a_scene_that_was_ready_is_gone_with_its_picture()
    {
        var id = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "deleted g");
        var picture = (await run.Scenes.EndAsync(id)).GetProperty("image").GetProperty("url").GetString()!;

        Assert.Equal(204, (await run.Scenes.DeleteAsync($"/api/scenes/{id}")).Status);

        Assert.Equal(410, (await run.Scenes.GetAsync($"/api/scenes/{id}")).Status);
        Assert.Equal(410, (await run.Scenes.GetAsync($"/api/scenes/{id}/timeline")).Status);
        Assert.Equal(410, (await run.Scenes.GetAsync($"/api/ops/scenes/{id}/timeline")).Status);
        Assert.Equal(404, (await run.Scenes.GetAsync($"/api/scenes/{Guid.NewGuid()}/timeline")).Status);
        while ((await run.Scenes.GetAsync(picture)).Status != 404)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
