using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Messaging;

[Collection(OneInstance.Shared)]
public sealed class When_plain_json_comes_in(OneInstance run)
{
    private const string Exchange = "SceneGen.Contracts:AvatarGenerated";

    [Theory]
    [InlineData(null, "")]
    [InlineData("application/json", "")]
    [InlineData("application/json; charset=utf-8", ", \"theme\": \"space-station\"")]
    [InlineData(null, ", \"generatedAt\": \"2026-03-01T12:00:00+05:45\"")]
    [InlineData("application/json", ", \"generatedAt\": \"2026-03-01T12:00:00\"")]
    [InlineData(null, ", \"generatedAt\": \"2026-03-01T12:00:00.1234567-03:30\"")]
    [InlineData("application/json", ", \"avatar\": {\"kind\": \"robot\", \"name\": \"Bolt\", \"mood\": 7}, \"new\": {\"a\": [1]}")]
    [InlineData(null, ", \"avatar\": null, \"sceneId\": null, \"generatedAt\": null")]
    public async Task it_becomes_a_scene(string? contentType, string more)
    {
        var scene = Guid.NewGuid();
        var theme = more.Contains("theme", StringComparison.Ordinal) ? "" : ", \"theme\": \"neon-city\"";
        var id = more.Contains("sceneId", StringComparison.Ordinal) ? "" : $", \"sceneId\": \"{scene}\"";
        var session = $"plain-{scene}";

        await run.Broker.PublishAsync(
            Exchange,
            $$"""{"avatarId": "{{Guid.NewGuid()}}", "sessionId": "{{session}}", "avatarUrl": "{{run.Avatar}}"{{theme}}{{id}}{{more}}}""",
            contentType);

        var found = await run.Scenes.OfSessionAsync(session);
        Assert.Equal("ready", (await run.Scenes.EndAsync(found)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task twice_without_an_id_it_is_one_scene()
    {
        var (avatar, session) = (Guid.NewGuid(), $"twice-{Guid.NewGuid()}");
        var body = $$"""{"avatarId": "{{avatar}}", "sessionId": "{{session}}", "avatarUrl": "{{run.Avatar}}", "theme": "neon-city"}""";

        await run.Broker.PublishAsync(Exchange, body);
        await run.Broker.PublishAsync(Exchange, body);

        await run.Scenes.EndAsync(await run.Scenes.OfSessionAsync(session));
        Assert.Equal(1, await run.Database.CountAsync($"scenes WHERE \"SessionId\" = '{session}'"));
    }

    [Fact]
    public async Task whoever_listens_hears_that_the_scene_is_ready()
    {
        await run.Broker.ListenAsync("a-stranger", "SceneGen.Contracts:SceneReady");
        var session = $"heard-{Guid.NewGuid()}";

        await run.Broker.PublishAsync(
            Exchange,
            $$"""{"avatarId": "{{Guid.NewGuid()}}", "sessionId": "{{session}}", "avatarUrl": "{{run.Avatar}}", "theme": "neon-city"}""");

        var heard = await Eventually.IsFoundAsync(
            async () => (await run.Broker.PeekAsync("a-stranger"))
                .Select(message => message.GetProperty("payload").GetString())
                .FirstOrDefault(payload => payload!.Contains(session, StringComparison.Ordinal)),
            "the stranger's queue holds the message");
        Assert.Equal(1920, JsonElement.Parse(heard!).GetProperty("message").GetProperty("width").GetInt32());
        Assert.Contains("urn:message:SceneGen.Contracts:SceneReady", heard, StringComparison.Ordinal);
    }
}
