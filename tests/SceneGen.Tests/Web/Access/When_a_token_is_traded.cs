namespace SceneGen.Tests.Web.Access;

public sealed class When_a_token_is_traded(KeyedServer server) : IClassFixture<KeyedServer>
{
    private static readonly (string Name, string Value) MainApplication = AccessServer.Bearer(KeyedServer.Scenes);

    [Fact]
    public async Task the_browser_is_the_session_from_then_on()
    {
        var scene = await server.AddSceneAsync("session-1");
        var token = await TokenAsync("session-1");

        using var entered = await server.SendAsync("POST", "/api/sessions/enter", null, AccessServer.Bearer(token));
        var browser = server.Browser(AccessServer.CookieIn(entered, "scenegen_session")!);

        Assert.Equal(204, (int)entered.StatusCode);
        Assert.Equal(
            "session-1",
            (await server.AskAsync("GET", "/api/sessions/current", null, browser)).Body.GetProperty("sessionId").GetString());
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{scene}", null, browser));
    }

    [Fact]
    public async Task itself_it_acts_for_its_session_alone()
    {
        var own = await server.AddSceneAsync("session-2");
        var foreign = await server.AddSceneAsync("session-1");
        var token = AccessServer.Bearer(await TokenAsync("session-2"));

        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{own}", null, token));
        Assert.Equal(404, await server.StatusAsync("GET", $"/api/scenes/{foreign}", null, token));
        Assert.Equal(403, await server.StatusAsync("POST", "/api/sessions", new { sessionId = "session-1" }, token));
    }

    [Fact]
    public async Task it_says_how_long_it_is_good()
    {
        var (status, made) = await server.AskAsync("POST", "/api/sessions", new { sessionId = "session-1" }, MainApplication);

        Assert.Equal(201, status);
        Assert.InRange(
            made.GetProperty("expiresAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow(),
            TimeSpan.FromMinutes(14),
            TimeSpan.FromMinutes(15));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task a_session_that_is_none_gets_none(string sessionId)
    {
        var (status, problem) = await server.AskAsync("POST", "/api/sessions", new { sessionId }, MainApplication);

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("sessionId", out _));
    }

    [Fact]
    public async Task a_cookie_is_no_token()
    {
        var (browser, _) = await server.BrowseAsync();
        var cookie = browser[0].Value.Split('=', 2)[1];

        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer(cookie)));
    }

    private async Task<string> TokenAsync(string sessionId)
        => (await server.AskAsync("POST", "/api/sessions", new { sessionId }, MainApplication))
            .Body.GetProperty("token").GetString()!;
}
