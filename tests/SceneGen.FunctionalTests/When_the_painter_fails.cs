using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_painter_fails(Embedded run) : IClassFixture<Embedded>
{
    [Fact]
    public async Task once_the_scene_is_tried_again_and_becomes_ready()
    {
        var scene = await run.Scenes.EndAsync(await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "fail-once a"));

        Assert.Equal("ready", scene.GetProperty("status").GetString());
        Assert.Equal(2, scene.GetProperty("step").GetProperty("attempt").GetInt32());
        Assert.Equal(2, (await run.World.PredictionsAsync("fail-once a")).Count);
        await TimelineTellsAsync(scene.GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task always_the_avatar_is_rolled_back_exactly_once()
    {
        var session = "always";
        var avatar = await run.World.MakeAvatarAsync(session, "fail-always b", "neon-city");

        var scene = await EndOfSessionAsync(session);

        Assert.Equal("rolledBack", scene.GetProperty("status").GetString());
        var failure = scene.GetProperty("failure");
        Assert.True(failure.GetProperty("avatarRolledBack").GetBoolean());
        Assert.Equal("provider_failed", failure.GetProperty("code").GetString());
        var record = await run.World.AvatarAsync(avatar);
        Assert.Equal(
            ("rolledBack", 1),
            (record.GetProperty("status").GetString(), record.GetProperty("rolledBackCount").GetInt32()));
        Assert.Equal(6, (await run.World.PredictionsAsync("fail-always b")).Count);
    }

    [Fact]
    public async Task and_the_avatar_service_refuses_the_avatar_stays()
    {
        var session = "refused";
        var avatar = await run.World.MakeAvatarAsync(session, "fail-avatar refuse-rollback", "neon-city");

        var scene = await EndOfSessionAsync(session);

        Assert.Equal("failed", scene.GetProperty("status").GetString());
        Assert.False(scene.GetProperty("failure").GetProperty("avatarRolledBack").GetBoolean());
        Assert.Equal("active", (await run.World.AvatarAsync(avatar)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task because_the_content_is_flagged_the_avatar_stays_when_it_can_be_painted_otherwise()
    {
        var before = (await run.World.PredictionsAsync("green meadow")).Count;
        var scene = await run.Scenes.EndAsync(await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "fail-nsfw f"));

        Assert.Equal("failed", scene.GetProperty("status").GetString());
        Assert.Equal("content_flagged", scene.GetProperty("failure").GetProperty("code").GetString());
        Assert.Equal(2, (await run.World.PredictionsAsync("fail-nsfw f")).Count);
        Assert.Equal(before + 1, (await run.World.PredictionsAsync("green meadow")).Count);
    }

    [Theory]
    [InlineData("fail-empty d", "output_missing")]
    [InlineData("fail-html e", "output_unreadable")]
    public async Task by_giving_no_picture_the_scene_ends_with_that_code(string name, string code)
    {
        var scene = await run.Scenes.EndAsync(await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", name));

        Assert.Equal(code, scene.GetProperty("failure").GetProperty("code").GetString());
    }

    /// <summary>To operators every step; to the user, in the user's words, those that say something.</summary>
    private async Task TimelineTellsAsync(Guid scene)
    {
        var whole = Items(await run.Scenes.GetAsync($"/api/ops/scenes/{scene}/timeline?limit=200"));
        Assert.Equal(Enumerable.Range(1, whole.Count), whole.Select(item => item.GetProperty("sequence").GetInt32()));
        var kinds = whole.Select(item => item.GetProperty("kind").GetString()!).ToHashSet();
        Assert.Superset(new HashSet<string> { "transition", "note", "providerCall", "poll", "retry", "storage" }, kinds);
        var ordered = whole.First(item => item.GetProperty("code").GetString() == "ordered");
        Assert.NotEqual("", ordered.GetProperty("data").GetProperty("predictionId").GetString());
        Assert.True(ordered.GetProperty("durationMs").GetInt32() >= 0);

        var answer = await run.Scenes.GetInGermanAsync($"/api/scenes/{scene}/timeline");
        var told = Items(answer);
        Assert.Equal("de", Assert.Single(answer.Message.Content.Headers.ContentLanguage));
        Assert.Equal("Die Szene ist fertig", told[^1].GetProperty("text").GetString());
        Assert.Contains(
            told, item => item.GetProperty("text").GetString() == "Dieser Versuch hat nicht geklappt; ein neuer folgt.");
        Assert.DoesNotContain(told, item => item.GetProperty("kind").GetString() == "poll");
    }

    private static List<JsonElement> Items(Answer answer)
    {
        Assert.Equal(200, answer.Status);
        return [.. answer.Body.GetProperty("items").EnumerateArray()];
    }

    private async Task<JsonElement> EndOfSessionAsync(string session)
    {
        JsonElement items;
        do
        {
            items = (await run.Scenes.GetAsync($"/api/scenes?sessionId={session}")).Body.GetProperty("items");
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
        while (items.GetArrayLength() == 0);
        return await run.Scenes.EndAsync(items[0].GetProperty("id").GetGuid());
    }
}
