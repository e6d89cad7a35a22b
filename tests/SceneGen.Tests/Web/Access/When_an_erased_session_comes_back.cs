using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Access;

public sealed class When_an_erased_session_comes_back(AccessServer server) : IClassFixture<AccessServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_served()
    {
        const string Session = "session-back";
        await server.AddSceneAsync(Session);
        var before = await TokenAsync(Session);
        await server.StatusAsync("DELETE", $"/api/sessions/{Session}");

        var after = await TokenAsync(Session);
        using var entered = await server.SendAsync("POST", "/api/sessions/enter", null, after);
        var browser = server.Browser(AccessServer.CookieIn(entered, "scenegen_session")!);
        var (made, scene) = await server.AskAsync(
            "POST", "/api/scenes", new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city" }, browser);
        await server.EraseSessionsAsync();
        await server.EraseSessionsLaterAsync();

        Assert.Equal((202, 401), (made, await server.StatusAsync("GET", "/api/scenes", null, before)));
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{scene.GetProperty("id").GetString()}", null, browser));
        await server.StatusAsync("DELETE", $"/api/sessions/{Session}");
        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, browser));
    }

    [Fact]
    public async Task an_avatar_of_before_brings_nothing_back()
    {
        const string Session = "session-late";
        await server.StatusAsync("DELETE", $"/api/sessions/{Session}");
        var now = TimeProvider.System.GetUtcNow();

        var late = await AnnounceAsync(Session, now.AddMinutes(-1));
        var fresh = await AnnounceAsync(Session, now.AddMinutes(1));

        Assert.Equal(410, await server.StatusAsync("GET", $"/api/scenes/{late}"));
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{fresh}"));
    }

    /// <summary>Over the bus an event says at least when it was sent, and waits for its turn.</summary>
    [Fact]
    public async Task nor_does_one_that_was_sent_before_and_says_no_time()
    {
        await server.WithAsync(async database =>
        {
            var erasure = A.ErasureOf("session-bus");
            erasure.AskedAt = TimeProvider.System.GetUtcNow().AddMinutes(5);
            database.Add(erasure);
            await database.SaveChangesAsync(Stop);
        });
        var avatar = A.Avatar(Guid.NewGuid()) with { SessionId = "session-bus" };

        await server.Services.GetRequiredService<IBus>().Publish(avatar, Stop);

        await server.AnswersAsync(avatar.SceneId!.Value, 410);
    }

    private async Task<(string Name, string Value)> TokenAsync(string session)
        => AccessServer.Bearer(
            (await server.AskAsync("POST", "/api/sessions", new { sessionId = session })).Body.GetProperty("token").GetString()!);

    private async Task<string> AnnounceAsync(string session, DateTimeOffset generatedAt)
        => (await server.AskAsync("POST", "/api/avatars", new
        {
            avatarId = Guid.NewGuid(),
            sessionId = session,
            avatarUrl = "http://127.0.0.1:1/fox.png",
            generatedAt,
        })).Body.GetProperty("sceneId").GetString()!;
}
