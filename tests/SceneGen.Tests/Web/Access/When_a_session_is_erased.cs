using Microsoft.EntityFrameworkCore;
using SceneGen.Access.Sessions;
using SceneGen.Scenes.Correlation;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Access;

public sealed class When_a_session_is_erased(AccessServer server) : IClassFixture<AccessServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task its_ended_scenes_go_and_anothers_stay()
    {
        var own = await server.AddSceneAsync("session-1");
        var foreign = await server.AddSceneAsync("session-2");

        Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/session-1"));
        Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/session-1"));

        await server.AnswersAsync(own, 410);
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

        await server.AnswersAsync(scene, 410, server.EraseSessionsAsync);
    }

    [Fact]
    public async Task what_came_after_an_erasure_that_nobody_remembers_goes_too()
    {
        var scene = await server.AddSceneAsync("session-remembered");
        var longAgo = SessionErasure.NumberAt(TimeProvider.System.GetUtcNow().AddDays(-300));
        await server.WithAsync(database => database.Scenes
            .Where(one => one.SessionId == "session-remembered")
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SessionErasures, longAgo), Stop));

        await server.StatusAsync("DELETE", "/api/sessions/session-remembered");

        await server.AnswersAsync(scene, 410, server.EraseSessionsAsync);
    }

    [Fact]
    public async Task one_that_nobody_knows_is_erased_too()
        => Assert.Equal(202, await server.StatusAsync("DELETE", "/api/sessions/nobody"));

    [Theory]
    [InlineData(".", "%2E")]
    [InlineData("..", "..")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    public async Task it_is_found_by_a_query_where_no_path_would_keep_its_id(string session, string written)
    {
        var scene = await server.AddSceneAsync(session);

        Assert.Equal(202, await server.StatusAsync("DELETE", $"/api/sessions?sessionId={written}"));

        await server.AnswersAsync(scene, 410, server.EraseSessionsAsync);
    }

    [Theory]
    [InlineData("/api/sessions/")]
    [InlineData("/api/sessions/.")]
    [InlineData("/api/sessions?sessionId=")]
    [InlineData("/api/sessions?sessionId=a%20b")]
    public async Task none_is_no_session(string path)
        => Assert.Equal(400, await server.StatusAsync("DELETE", path));

    [Fact]
    public async Task another_browser_may_not()
    {
        var (browser, session) = await server.BrowseAsync();

        Assert.Equal(403, await server.StatusAsync("DELETE", "/api/sessions?sessionId=..", null, browser));
        Assert.Equal(202, await server.StatusAsync("DELETE", $"/api/sessions?sessionId={session}", null, browser));
    }

    [Fact]
    public async Task what_runs_is_canceled_and_then_goes()
    {
        var running = await server.AddSceneAsync("session-3", "AwaitingTheme");

        await server.StatusAsync("DELETE", "/api/sessions/session-3");
        await server.AnswersAsync(running, 410, server.EraseSessionsAsync);
    }

    [Fact]
    public async Task what_waits_for_the_avatar_service_goes_when_that_has_answered()
    {
        var waiting = await server.AddSceneAsync("session-4", "RollingBack");
        await server.StatusAsync("DELETE", "/api/sessions/session-4");
        await server.EraseSessionsAsync();
        var (_, scene) = await server.AskAsync("GET", $"/api/scenes/{waiting}");
        Assert.Equal("rollingBack", scene.GetProperty("status").GetString());

        await server.StatusAsync(
            "POST",
            $"/api/avatars/{scene.GetProperty("avatarId").GetString()}/rollback",
            new { sceneId = waiting, outcome = "rolledBack" });

        await server.AnswersAsync(waiting, 410, server.EraseSessionsAsync);
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
        await server.EraseSessionsLaterAsync();

        await server.WithAsync(async database
            => Assert.False(await database.SessionErasures.AnyAsync(erasure => erasure.SessionId == "session-5", Stop)));
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(5)]
    public async Task its_scenes_go_whatever_the_clock_said_that_they_were_made_by(int minutes)
    {
        var session = $"session-clock{minutes}";
        var scene = await server.AddSceneAsync(session, createdAt: TimeProvider.System.GetUtcNow().AddMinutes(minutes));

        await server.StatusAsync("DELETE", $"/api/sessions/{session}");

        await server.AnswersAsync(scene, 410, server.EraseSessionsAsync);
    }

    [Fact]
    public async Task however_large_it_is_others_have_their_turn()
    {
        var old = TimeProvider.System.GetUtcNow().AddDays(-1);
        for (var number = 0; number < 120; number++)
        {
            await server.AddSceneAsync("huge", createdAt: old);
        }

        var small = await server.AddSceneAsync("small");
        await server.WithAsync(async database =>
        {
            database.AddRange(A.ErasureOf("huge"), A.ErasureOf("small"));
            await database.SaveChangesAsync(Stop);
        });

        await server.EraseSessionsAsync();

        await server.WithAsync(async database =>
        {
            var left = database.Scenes.Where(scene => scene.SessionId == "huge" || scene.SessionId == "small");
            Assert.Equal(0, await left.CountAsync(Stop));
            var turn = (await database.Scenes.SingleAsync(scene => scene.CorrelationId == small, Stop)).ErasedAt;
            var mark = SessionMark.Of("huge");
            Assert.InRange(await database.Scenes.CountAsync(scene => scene.SessionId == mark && scene.ErasedAt > turn, Stop), 20, 120);
        });
    }
}
