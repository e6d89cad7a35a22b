using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Messaging;

[Collection(OneInstance.Shared)]
public sealed class When_a_message_of_the_future_comes_in(OneInstance run)
{
    private const string Envelope = "application/vnd.masstransit+json";
    private const string Known = "urn:message:SceneGen.Contracts:AvatarGenerated";
    private const string Unknown = "urn:message:SceneGen.Contracts:AvatarAnimated";

    [Theory]
    [InlineData("SceneGen.Contracts:AvatarGenerated", "avatar-generated")]
    [InlineData("scenes", "scenes")]
    [InlineData("generate-scene", "generate-scene")]
    public async Task a_type_that_nobody_knows_is_put_aside_with_the_reason_and_others_flow(string exchange, string queue)
    {
        var session = $"future-{Guid.NewGuid()}";
        await run.Broker.PublishAsync(exchange, EnvelopeOf(session, Unknown), Envelope);
        var other = await run.Scenes.CreateAsync(run.Avatar, "neon-city");

        var aside = await Eventually.IsFoundAsync(
            async () => (await run.Broker.PeekAsync($"{queue}_skipped"))
                .Where(message => message.GetProperty("payload").GetString()!.Contains(session, StringComparison.Ordinal))
                .Select(message => message.GetRawText())
                .FirstOrDefault(),
            $"the queue {queue}_skipped holds the message");
        var headers = JsonElement.Parse(aside).GetProperty("properties").GetProperty("headers");
        Assert.Equal("dead-letter", headers.GetProperty("MT-Reason").GetString());
        Assert.Equal("ready", (await run.Scenes.EndAsync(other)).GetProperty("status").GetString());
        Assert.Equal(0, await run.Database.CountAsync($"scenes WHERE \"SessionId\" = '{session}'"));
    }

    [Fact]
    public async Task one_that_is_still_of_a_known_type_is_understood_whatever_else_it_holds()
    {
        var session = $"future-{Guid.NewGuid()}";

        await run.Broker.PublishAsync("SceneGen.Contracts:AvatarGenerated", EnvelopeOf(session, Unknown, Known), Envelope);

        var scene = await run.Scenes.OfSessionAsync(session);
        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
    }

    private string EnvelopeOf(string session, params string[] types)
        => JsonSerializer.Serialize(new
        {
            messageId = Guid.NewGuid(),
            messageType = types,
            message = new
            {
                avatarId = Guid.NewGuid(),
                sessionId = session,
                avatarUrl = run.Avatar,
                theme = "neon-city",
                motion = new { frames = 24, loop = true },
                mood = "cheerful",
            },
            weather = "fine",
        });
}
