using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_the_operator_mends(Embedded run) : IClassFixture<Embedded>
{
    private const string Why = "The user called.";

    [Fact]
    public async Task scenes_are_tried_again_and_taken_back_and_every_act_is_on_record()
    {
        var flagged = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "fail-nsfw m");
        await run.World.MakeAvatarAsync("unanswered", "fail-avatar ignore-rollback", "neon-city");
        var unanswered = await run.Scenes.OfSessionAsync("unanswered");
        Assert.Equal("failed", StatusOf(await run.Scenes.EndAsync(flagged)));

        Assert.Equal(202, (await OrderAsync(flagged, "retry", new { from = "submit", reason = Why })).Status);
        Assert.Equal("failed", StatusOf(await run.Scenes.EndAsync(flagged)));
        Assert.Equal(4, (await run.World.PredictionsAsync("fail-nsfw m")).Count);
        Assert.Equal(202, (await OrderAsync(flagged, "rollback", new { reason = Why })).Status);
        Assert.Equal("rolledBack", StatusOf(await run.Scenes.ReachAsync(flagged, "rolledBack")));

        await run.Scenes.ReachAsync(unanswered, "rollingBack");
        var done = await OrderAsync(unanswered, "rollback/done", new { outcome = "rolledBack", reason = Why });
        Assert.Equal(202, done.Status);
        Assert.Equal("rolledBack", StatusOf(await run.Scenes.EndAsync(unanswered)));
        Assert.True((await OrderAsync(unanswered, "rollback/done", new { outcome = "rolledBack", reason = Why }))
            .Body.GetProperty("alreadyDone").GetBoolean());

        var record = (await run.Scenes.GetAsync("/api/ops/actions")).Body.GetProperty("items").EnumerateArray();
        Assert.Equal(
            [("scene.rollbackDone", unanswered), ("scene.rollback", flagged), ("scene.retry", flagged)],
            record.Select(action => (action.GetProperty("action").GetString(), action.GetProperty("targetId").GetGuid())));
    }

    [Fact]
    public async Task a_scene_that_was_canceled_with_its_picture_painted_gets_that_picture()
    {
        var store = Directory.CreateTempSubdirectory("scenegen-pictures-");
        var assets = Path.Combine(store.FullName, "assets");
        await using var own = await EmbeddedWith.StartAsync(("Storage__Path", assets), ("Steps__Store", "1s"));
        var scene = await own.Scenes.CreateAsync(own.Avatars.Fox, "neon-city", "paid p");
        await own.Scenes.ReachAsync(scene, "generating");
        Block(assets);
        await own.Scenes.ReachAsync(scene, "storing");
        Assert.Equal(202, (await own.Scenes.DeleteAsync($"/api/scenes/{scene}")).Status);
        Unblock(assets);

        var again = await own.Scenes.PostAsync($"/api/scenes/{scene}/retry", new { });

        Assert.Equal(202, again.Status);
        Assert.Equal("ready", StatusOf(await own.Scenes.EndAsync(scene)));
        Assert.Single(await own.World.PredictionsAsync("paid p"));
        store.Delete(recursive: true);
    }

    private static void Block(string folder)
    {
        Directory.Move(folder, folder + ".away");
        File.WriteAllText(folder, "in the way");
    }

    private static void Unblock(string folder)
    {
        File.Delete(folder);
        Directory.Move(folder + ".away", folder);
    }

    private Task<Answer> OrderAsync(Guid scene, string order, object body)
        => run.Scenes.PostAsync($"/api/ops/scenes/{scene}/{order}", body);

    private static string StatusOf(JsonElement scene) => scene.GetProperty("status").GetString()!;
}
