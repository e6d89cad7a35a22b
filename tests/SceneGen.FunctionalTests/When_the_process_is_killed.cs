using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_process_is_killed(Embedded run) : IClassFixture<Embedded>
{
    [Fact]
    public async Task while_painting_the_same_prediction_is_picked_up_and_the_scene_becomes_ready()
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "killed h");
        await run.Scenes.ReachAsync(scene, "generating");

        await run.Process.KillAsync();
        await run.Process.StartAsync();

        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
        Assert.Single(await run.World.PredictionsAsync("killed h"));
    }

    [Fact]
    public async Task while_waiting_for_a_theme_the_theme_can_be_chosen_afterwards()
    {
        var answer = await run.Scenes.PostAsync(
            "/api/avatars", new { avatarId = Guid.NewGuid(), sessionId = "killed-i", avatarUrl = run.Avatars.Fox });
        var scene = answer.Body.GetProperty("sceneId").GetGuid();

        await run.Process.KillAsync();
        await run.Process.StartAsync();

        await run.Scenes.PutAsync($"/api/scenes/{scene}/theme", new { theme = "space-station" });
        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task at_the_moment_of_acceptance_the_scene_is_not_lost()
    {
        var scenes = await Task.WhenAll(Enumerable.Range(0, 5).Select(
            i => run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", $"killed-at-once {i}")));

        await run.Process.KillAsync();
        await run.Process.StartAsync();

        foreach (var scene in scenes)
        {
            Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
        }
    }
}
