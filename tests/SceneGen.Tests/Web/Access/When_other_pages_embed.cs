namespace SceneGen.Tests.Web.Access;

public sealed class When_other_pages_embed(When_other_pages_embed.EmbeddedServer server)
    : IClassFixture<When_other_pages_embed.EmbeddedServer>
{
    private const string Friend = "https://app.example.org";
    private const string Stranger = "https://evil.example.org";

    [Theory]
    [InlineData("/api/scenes", Friend, true)]
    [InlineData("/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0/events", Friend, true)]
    [InlineData("/ui/app.js", Friend, true)]
    [InlineData("/assets/nothing.jpg", Friend, true)]
    [InlineData("/api/scenes", Stranger, false)]
    [InlineData("/api/ops/gates", Friend, false)]
    [InlineData("/API/Ops/gates", Friend, false)]
    [InlineData("/ops", Friend, false)]
    [InlineData("/metrics", Friend, false)]
    public async Task a_page_may_ask_when_it_was_named(string path, string origin, bool isAllowed)
    {
        using var answer = await server.SendAsync(
            "OPTIONS", path, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization,content-type,prefer,if-none-match,last-event-id,idempotency-key,accept-language"));

        Assert.Equal(isAllowed, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task it_acts_by_the_token_it_sends_and_never_by_a_cookie()
    {
        var token = await TokenAsync();
        var (browser, _) = await server.BrowseAsync();

        Assert.Equal(400, await server.StatusAsync(
            "POST", "/api/scenes", new { }, AccessServer.Bearer(token), ("Origin", Friend), ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(403, await server.StatusAsync(
            "POST", "/api/scenes", new { }, AccessServer.Bearer(token), ("Origin", Stranger), ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(403, await server.StatusAsync(
            "POST", "/api/scenes", new { }, browser[0], ("Origin", Friend), ("Sec-Fetch-Site", "cross-site")));
    }

    [Theory]
    [InlineData(Friend, true)]
    [InlineData(Stranger, false)]
    public async Task its_reader_is_given_the_cookie_for_a_token(string origin, bool isGiven)
    {
        var token = await TokenAsync();
        using var asked = await server.SendAsync(
            "OPTIONS", "/api/sessions/enter", null, ("Origin", origin), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "authorization"));
        using var entered = await server.SendAsync(
            "POST", "/api/sessions/enter", null, AccessServer.Bearer(token), ("Origin", origin), ("Sec-Fetch-Site", "same-site"));

        Assert.Equal(isGiven, AccessServer.CookieIn(entered, "scenegen_session") is not null);
        Assert.All([asked, entered], answer =>
        {
            Assert.Equal(isGiven, answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) && allowed.Single() == origin);
            Assert.Equal(isGiven, answer.Headers.Contains("Access-Control-Allow-Credentials"));
        });
    }

    [Fact]
    public async Task it_may_read_what_it_needs()
    {
        using var answer = await server.SendAsync(
            "GET", "/api/scenes", null, AccessServer.Bearer(KeyedServer.Scenes), ("Origin", Friend));

        Assert.Equal(200, (int)answer.StatusCode);
        var exposed = answer.Headers.GetValues("Access-Control-Expose-Headers").Single().Split(',');
        Assert.Superset(
            new HashSet<string> { "Date", "ETag", "Location", "Retry-After", "RateLimit-Remaining" }, exposed.ToHashSet());
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/ops", false)]
    [InlineData("/api/themes", false)]
    public async Task only_the_users_page_may_be_framed(string path, bool isFramed)
    {
        using var answer = await server.SendAsync("GET", path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Equal(isFramed, policy.Contains($"frame-ancestors 'self' {Friend}", StringComparison.Ordinal));
        Assert.Equal(!isFramed, policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal));
        Assert.Equal(!isFramed, answer.Headers.Contains("X-Frame-Options"));
    }

    [Theory]
    [InlineData("/ui/app.css", "cross-origin")]
    [InlineData("/assets/nothing.jpg", "cross-origin")]
    [InlineData("/api/themes", "cross-origin")]
    [InlineData("/ops", "same-origin")]
    [InlineData("/api/scenes", "same-origin")]
    public async Task it_may_load_what_is_for_it(string path, string policy)
    {
        using var answer = await server.SendAsync("GET", path);

        Assert.Equal(policy, answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }

    private async Task<string> TokenAsync()
        => (await server.AskAsync(
            "POST", "/api/sessions", new { sessionId = "session-1" }, AccessServer.Bearer(KeyedServer.Scenes)))
            .Body.GetProperty("token").GetString()!;

    public sealed class EmbeddedServer() : AccessServer(new(KeySettings(("main-application", KeyedServer.Scenes, "scenes")))
    {
        ["Embedding:Origins:0"] = Friend,
    });
}
