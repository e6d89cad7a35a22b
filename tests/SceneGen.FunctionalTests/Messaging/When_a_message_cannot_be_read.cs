using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Messaging;

[Collection(OneInstance.Shared)]
public sealed class When_a_message_cannot_be_read(OneInstance run)
{
    private const string Start = """{"avatarId": "6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d", "sessionId": "s", "avatarUrl": "https://a.example.org/a.png" """;

    [Theory]
    [InlineData("AvatarGenerated", """{"sessionId": "s", "avatarUrl": "https://a.example.org/a.png"}""", "avatarId")]
    [InlineData("AvatarGenerated", """{"avatarId": "6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d", "avatarUrl": "https://a.example.org/a.png"}""", "sessionId")]
    [InlineData("AvatarGenerated", """{"avatarId": "6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d", "sessionId": "s"}""", "avatarUrl")]
    [InlineData("AvatarGenerated", """{"avatarId": 17, "sessionId": "s", "avatarUrl": "https://a.example.org/a.png"}""", "$.avatarId")]
    [InlineData("AvatarGenerated", Start + """, "avatar": {"kind": "dinosaur"}}""", "kind")]
    [InlineData("AvatarGenerated", Start + """, "generatedAt": "yesterday"}""", "$.generatedAt")]
    [InlineData("AvatarGenerated", Start + """, "avatar": {"kind": "animal", "name": "x\u0000"}}""", "avatar.name")]
    [InlineData("AvatarGenerated", """{"avatarId": "6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d", "sessionId": "s\u0000", "avatarUrl": "https://a.example.org/a.png"}""", "sessionId")]
    [InlineData("AvatarGenerated", "<avatar/>", "'<'")]
    [InlineData("AvatarGenerated", "", "JSON")]
    [InlineData("AvatarGenerated", "[1, 2]", "JSON")]
    [InlineData("ThemeSelected", """{"theme": "neon-city"}""", "sceneId")]
    [InlineData("SceneCancelRequested", """{"sceneId": "nonsense"}""", "$.sceneId")]
    [InlineData("AvatarRolledBack", """{"sceneId": "6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d"}""", "avatarId")]
    [InlineData("AvatarRollbackRefused", "nothing", "JSON")]
    public async Task it_lies_at_its_door_with_the_reason(string message, string body, string reason)
    {
        var door = string.Concat(message.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $"-{letter}" : $"{letter}"))
            .ToLowerInvariant();

        await run.Broker.PublishAsync($"SceneGen.Contracts:{message}", body);

        var parked = await Eventually.IsFoundAsync(
            async () => (await run.Broker.PeekAsync($"{door}_error"))
                .Where(one => one.GetProperty("payload").GetString() == body)
                .Select(one => (JsonElement?)one)
                .FirstOrDefault() is { } found ? found.GetRawText() : null,
            $"the queue {door}_error holds the message");
        var headers = JsonElement.Parse(parked).GetProperty("properties").GetProperty("headers");
        Assert.Contains(reason, headers.GetProperty("MT-Fault-Message").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await run.Database.CountAsync("scenes WHERE \"AvatarUrl\" LIKE '%a.example.org%'"));
    }

    [Fact]
    public async Task the_operator_sees_why_and_has_it_tried_again_or_thrown_away()
    {
        const string Queue = "scene-cancel-requested_error";
        var mark = $"{Guid.NewGuid()}";
        await run.Broker.PublishAsync("SceneGen.Contracts:SceneCancelRequested", $$"""{"sceneId": "?", "reason": "{{mark}}", "token": "hush"}""");

        var letter = JsonElement.Parse(await Eventually.IsFoundAsync(async () => await SeenAsync(Queue, mark), "the operator sees it"));
        Assert.Contains("$.sceneId", letter.GetProperty("cause").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", letter.GetRawText(), StringComparison.Ordinal);

        // More often than a broker may bear to have it given back.
        var id = letter.GetProperty("id").GetString();
        for (var look = 0; look < 12; look++)
        {
            var dry = await run.Scenes.PostAsync("/api/ops/dead-letters/replay", new { ids = new[] { id }, dryRun = true });
            Assert.Equal((1, 0), (dry.Body.GetProperty("matched").GetInt32(), dry.Body.GetProperty("done").GetInt32()));
        }

        var lying = (await run.Broker.PeekAsync(Queue)).Single(message => message.GetRawText().Contains(mark, StringComparison.Ordinal));
        var headers = lying.GetProperty("properties").GetProperty("headers");
        Assert.True(!headers.TryGetProperty("x-delivery-count", out var returns) || returns.GetInt32() < 12, $"given back {returns} times");

        var replayed = await run.Scenes.PostAsync("/api/ops/dead-letters/replay", new { ids = new[] { id }, reason = "try it" });
        Assert.Equal((200, 1), (replayed.Status, replayed.Body.GetProperty("done").GetInt32()));
        var again = await Eventually.IsFoundAsync(
            async () => await SeenAsync(Queue, mark) is { } seen && JsonElement.Parse(seen).GetProperty("id").GetString() != id ? seen : null,
            "it is back with its cause");
        var discarded = await run.Scenes.PostAsync(
            "/api/ops/dead-letters/discard", new { ids = new[] { JsonElement.Parse(again).GetProperty("id").GetString() }, reason = "it is nonsense" });

        Assert.Equal(1, discarded.Body.GetProperty("done").GetInt32());
        Assert.Null(await SeenAsync(Queue, mark));
    }

    private async Task<string?> SeenAsync(string queue, string mark)
        => (await run.Scenes.GetAsync($"/api/ops/dead-letters?queue={queue}&limit=200")).Body.GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("preview").GetString()!.Contains(mark, StringComparison.Ordinal))
            .Select(one => one.GetRawText())
            .FirstOrDefault();
}
