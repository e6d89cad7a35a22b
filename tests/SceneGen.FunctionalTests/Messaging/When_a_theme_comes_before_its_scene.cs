using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Messaging;

[Collection(OneInstance.Shared)]
public sealed class When_a_theme_comes_before_its_scene(OneInstance run)
{
    private const string WaitingFor = """outbox WHERE "MessageTypes" LIKE '%ThemeSelected%' AND "DueAt" > now() AND "Body" LIKE """;

    [Fact]
    public async Task it_is_tried_again_and_chooses_the_theme_when_the_scene_is_there()
    {
        var scene = await ChooseAsync("space-station");
        await WaitsAsync(scene);

        await run.Broker.PublishAsync(
            "SceneGen.Contracts:AvatarGenerated",
            $$"""{"avatarId": "{{Guid.NewGuid()}}", "sessionId": "late", "avatarUrl": "{{run.Avatar}}", "sceneId": "{{scene}}"}""");

        var ended = await run.Scenes.EndAsync(scene);
        Assert.Equal(
            ("ready", "space-station"), (ended.GetProperty("status").GetString(), ended.GetProperty("theme").GetString()));
    }

    [Fact]
    public async Task and_none_comes_for_five_minutes_it_is_parked_with_the_reason()
    {
        var scene = await ChooseAsync("neon-city");
        var waited = TimeSpan.Zero;
        for (var time = 0; time < 6; time++)
        {
            waited += await SkipWaitAsync(scene);
        }

        var parked = await Eventually.IsFoundAsync(
            async () => (await run.Broker.PeekAsync("scenes_error"))
                .Where(message => message.GetProperty("payload").GetString()!.Contains($"{scene}", StringComparison.Ordinal))
                .Select(message => message.GetProperty("properties").GetProperty("headers").GetRawText())
                .FirstOrDefault(),
            "the message is parked");
        Assert.InRange(waited, TimeSpan.FromMinutes(4.8), TimeSpan.FromMinutes(5));
        Assert.NotEmpty(JsonElement.Parse(parked).GetProperty("MT-Fault-Message").GetString()!);
        await TheOperatorReplaysItAsync(scene);
    }

    /// <summary>When the scene has come after all.</summary>
    private async Task TheOperatorReplaysItAsync(Guid scene)
    {
        await run.Broker.PublishAsync(
            "SceneGen.Contracts:AvatarGenerated",
            $$"""{"avatarId": "{{Guid.NewGuid()}}", "sessionId": "later", "avatarUrl": "{{run.Avatar}}", "sceneId": "{{scene}}"}""");
        await run.Scenes.ReachAsync(scene, "awaitingTheme");
        var letter = await Eventually.IsFoundAsync(
            async () => (await run.Scenes.GetAsync("/api/ops/dead-letters?queue=scenes_error&type=ThemeSelected")).Body
                .GetProperty("items").EnumerateArray()
                .Where(one => one.GetProperty("sceneId").GetString() == $"{scene}")
                .Select(one => one.GetProperty("id").GetString())
                .FirstOrDefault(),
            "the operator sees the message");

        var answer = await run.Scenes.PostAsync("/api/ops/dead-letters/replay", new { ids = new[] { letter }, reason = "its scene has come" });

        Assert.Equal((200, 1), (answer.Status, answer.Body.GetProperty("done").GetInt32()));
        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
    }

    private async Task<Guid> ChooseAsync(string theme)
    {
        var scene = Guid.NewGuid();
        await run.Broker.PublishAsync(
            "SceneGen.Contracts:ThemeSelected", $$"""{"sceneId": "{{scene}}", "theme": "{{theme}}"}""");
        return scene;
    }

    private Task WaitsAsync(Guid scene)
        => Eventually.IsTrueAsync(
            async () => await run.Database.CountAsync($"{WaitingFor}'%{scene}%'") > 0, "the message waits for its redelivery");

    /// <returns>How long the message would have waited.</returns>
    private async Task<TimeSpan> SkipWaitAsync(Guid scene)
    {
        var found = await Eventually.IsFoundAsync(
            async () => await run.Database.ReadAsync(
                $"""
                WITH waiting AS (SELECT "Id", "DueAt" FROM {WaitingFor}'%{scene}%' FOR UPDATE)
                UPDATE outbox SET "VisibleAt" = now(), "DueAt" = now() FROM waiting WHERE outbox."Id" = waiting."Id"
                RETURNING waiting."DueAt" - now()
                """,
                row => row.GetTimeSpan(0)) is [var wait, ..] ? new Wait(wait) : null,
            "the message waits for its redelivery");
        return found.Length;
    }

    private sealed record Wait(TimeSpan Length);
}
