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
}
