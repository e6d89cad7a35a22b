using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_an_avatar_is_looked_at(EmbeddedWithFiles run) : IClassFixture<EmbeddedWithFiles>
{
    [Fact]
    public async Task the_provider_is_given_its_bytes_once_for_all_attempts()
    {
        var scene = await run.Scenes.EndAsync(await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "fail-once k"));

        Assert.Equal("ready", scene.GetProperty("status").GetString());
        var given = (await run.World.PredictionsAsync("fail-once k"))
            .Select(prediction => Assert.Single(prediction.GetProperty("imageUrls").EnumerateArray()).GetString()!)
            .ToList();
        Assert.Equal(2, given.Count);
        Assert.Matches("/replicate/v1/files/[a-z0-9]{26}$", Assert.Single(given.Distinct()));
    }

    [Fact]
    public async Task and_is_no_picture_nothing_is_bought_for_it()
    {
        var id = await run.Scenes.CreateAsync($"{run.Avatars.Url}/page.png", "neon-city", "no picture c");

        var scene = await run.Scenes.EndAsync(id);

        Assert.Equal("avatar_unreadable", scene.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal("rolledBack", scene.GetProperty("status").GetString());
        Assert.Empty(await run.World.PredictionsAsync("no picture c"));
    }

    [Fact]
    public async Task and_is_not_there_nothing_is_bought_for_it()
    {
        var id = await run.Scenes.CreateAsync($"{run.Avatars.Url}/nobody.png", "neon-city", "nobody d");

        var scene = await run.Scenes.EndAsync(id);

        Assert.Equal("avatar_unreachable", scene.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal("rolledBack", scene.GetProperty("status").GetString());
        Assert.Empty(await run.World.PredictionsAsync("nobody d"));
    }

    [Fact]
    public async Task its_picture_may_come_in_the_answer_itself()
    {
        var scene = await run.Scenes.EndAsync(
            await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "output-data-uri m"));

        Assert.Equal("ready", scene.GetProperty("status").GetString());
        Assert.Single(await run.World.PredictionsAsync("output-data-uri m"));
    }
}
