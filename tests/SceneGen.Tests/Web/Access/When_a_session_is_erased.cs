using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;

namespace SceneGen.Tests.Web.Access;

public sealed class When_a_session_is_erased(AccessServer server) : IClassFixture<AccessServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_ended_scenes_go_and_anothers_stay()
    {
        var own = await server.AddSceneAsync("session-1");
        var foreign = await server.AddSceneAsync("session-2");

        Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/session-1"));
        Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/session-1"));

        await AnswersAsync(own, 410);
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{foreign}"));
    }

    /// <summary>Any visible character may stand in an id.</summary>
    [Theory]
    [InlineData("tenant/7/user/1", "tenant%2F7%2Fuser%2F1")]
    [InlineData("tenant/7/user/2", "tenant/7/user/2")]
    [InlineData("50%", "50%25")]
    [InlineData("a%2Fb", "a%252Fb")]
    [InlineData("a/b", "a%2fb")]
    [InlineData("a+b", "a+b")]
    [InlineData("a+c", "a%2Bc")]
    [InlineData("jürgen-名", "j%C3%BCrgen-%E5%90%8D")]
    [InlineData("who?#", "who%3F%23?really=1")]
    [InlineData("enter", "enter")]
    public async Task it_is_found_by_its_id_whatever_that_holds(string session, string written)
    {
        var scene = await server.AddSceneAsync(session);

        Assert.Equal(202, await server.StatusAsync("DELETE", $"/api/sessions/{written}"));

        await AnswersAsync(scene, 410, GoOnAsync);
    }

    [Fact]
    public async Task one_that_nobody_knows_is_erased_too()
        => Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/nobody"));

    [Fact]
    public async Task none_is_no_session()
        => Assert.Equal(404, await server.StatusAsync("DELETE", "/api/sessions/"));

    [Fact]
    public async Task what_runs_is_canceled_and_then_goes()
    {
        var running = await server.AddSceneAsync("session-3", "AwaitingTheme");

        await server.StatusAsync("DELETE", "/api/sessions/session-3");
        await AnswersAsync(running, 410, GoOnAsync);
    }

    [Fact]
    public async Task what_waits_for_the_avatar_service_goes_when_that_has_answered()
    {
        var waiting = await server.AddSceneAsync("session-4", "RollingBack");
        await server.StatusAsync("DELETE", "/api/sessions/session-4");
        await GoOnAsync();
        var (_, scene) = await server.AskAsync("GET", $"/api/scenes/{waiting}");
        Assert.Equal("rollingBack", scene.GetProperty("status").GetString());

        await server.StatusAsync(
            "POST",
            $"/api/avatars/{scene.GetProperty("avatarId").GetString()}/rollback",
            new { sceneId = waiting, outcome = "rolledBack" });

        await AnswersAsync(waiting, 410, GoOnAsync);
    }

    [Fact]
    public async Task its_browser_and_its_tokens_are_out_and_another_is_not()
    {
        var (browser, session) = await server.BrowseAsync();
        var (other, _) = await server.BrowseAsync();
        var token = AccessServer.Bearer(
            (await server.AskAsync("POST", "/api/sessions", new { sessionId = session })).Body.GetProperty("token").GetString()!);

        Assert.Equal(202, await server.StatusAsync("DELETE", $"/api/sessions/{session}", null, browser));

        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, browser));
        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, token));
        Assert.Equal(200, await server.StatusAsync("GET", "/api/scenes", null, other));
        using var page = await server.SendAsync("GET", "/", null, browser);
        Assert.NotNull(AccessServer.CookieIn(page, "scenegen_session"));
    }

    [Fact]
    public async Task in_the_end_its_name_is_forgotten_too()
    {
        await server.StatusAsync("DELETE", "/api/sessions/session-5");
        await server.WithAsync(database => database.SessionErasures
            .Where(erasure => erasure.SessionId == "session-5")
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, TimeProvider.System.GetUtcNow().AddMinutes(-2)), Stop));

        await GoOnAsync();

        await server.WithAsync(async database
            => Assert.False(await database.SessionErasures.AnyAsync(erasure => erasure.SessionId == "session-5", Stop)));
    }

    private async Task GoOnAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SessionEraser>().GoOnAsync(Stop);
    }

    private async Task AnswersAsync(Guid scene, int status, Func<Task>? between = null)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await server.StatusAsync("GET", $"/api/scenes/{scene}") != status)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"The scene does not answer {status}.");
            await (between?.Invoke() ?? Task.CompletedTask);
        }
    }
}
