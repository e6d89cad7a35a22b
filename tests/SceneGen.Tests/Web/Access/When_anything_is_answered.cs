namespace SceneGen.Tests.Web.Access;

public sealed class When_anything_is_answered(When_anything_is_answered.ProxiedServer server)
    : IClassFixture<When_anything_is_answered.ProxiedServer>
{
    private static readonly (string Name, string Value) Key = AccessServer.Bearer(KeyedServer.Both);

    [Theory]
    [InlineData("/")]
    [InlineData("/ui/app.js")]
    [InlineData("/ops")]
    [InlineData("/api/scenes")]
    [InlineData("/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0")]
    [InlineData("/api/themes")]
    [InlineData("/api/ops/gates")]
    [InlineData("/metrics")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/assets/nothing.jpg")]
    [InlineData("/nowhere")]
    public async Task the_browser_is_told_to_be_careful(string path)
    {
        using var answer = await server.SendAsync("GET", path, null, Key);
        using var refused = await server.SendAsync("GET", path, null, ("Host", "evil.example.org"));

        Assert.All([answer, refused], one =>
        {
            Assert.Equal("nosniff", one.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", one.Headers.GetValues("Referrer-Policy").Single());
            Assert.StartsWith("default-src 'none'", one.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe-inline", one.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("DENY", one.Headers.GetValues("X-Frame-Options").Single());
            Assert.False(one.Headers.Contains("Server"));
        });
    }

    [Theory]
    [InlineData("/api/scenes", true)]
    [InlineData("/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0", true)]
    [InlineData("/api/sessions/current", true)]
    [InlineData("/api/themes", false)]
    public async Task what_is_private_is_kept_nowhere(string path, bool isPrivate)
    {
        using var answer = await server.SendAsync("GET", path, null, Key);

        Assert.Equal(isPrivate, answer.Headers.CacheControl is { NoStore: true });
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task a_trusted_proxy_is_believed_that_it_was_https(string scheme, bool isSecure)
    {
        using var page = await server.SendAsync(
            "GET", "/", null, ("Host", "scenes.example.org"), ("X-Forwarded-Proto", scheme), ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal(200, (int)page.StatusCode);
        Assert.Equal(isSecure, page.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal(isSecure, page.Headers.GetValues("Set-Cookie").Single().Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("http://scenes.example.org", 400)]
    [InlineData("https://scenes.example.org", 403)]
    public async Task its_own_page_is_the_one_under_its_public_address(string origin, int status)
        => Assert.Equal(status, await server.StatusAsync("POST", "/api/scenes", new { }, Key, ("Origin", origin)));

    public sealed class ProxiedServer() : AccessServer(new(KeySettings(("both", KeyedServer.Both, "scenes,ops")))
    {
        ["Http:PublicUrl"] = "http://scenes.example.org",
        ["Http:TrustedProxies:0"] = "127.0.0.0/8",
    });
}
