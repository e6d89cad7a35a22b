using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks;

public sealed class When_a_foreign_page_asks(AttackedServer server) : Attack(server)
{
    /// <summary>With these in place of the server's own address and port.</summary>
    private const string Own = "{own}";
    private const string Port = "{port}";

    [Theory]
    [InlineData(null, null)]
    [InlineData("null", null)]
    [InlineData("null", "same-origin")]
    [InlineData("https://evil.example.org", "cross-site")]
    [InlineData("HTTPS://EVIL.EXAMPLE.ORG", null)]
    [InlineData("http://127.0.0.1", "same-site")]
    [InlineData("http://127.0.0.1:1", "same-site")]
    [InlineData("http://127.0.0.1.evil.example.org", null)]
    [InlineData("https://127.0.0.1:{port}", null)]
    [InlineData("http://localhost:{port}", "same-site")]
    [InlineData("http://sub.127.0.0.1:{port}", null)]
    [InlineData("http://[::1]:{port}", null)]
    [InlineData("http://127.0.0.1.:{port}", null)]
    [InlineData("http://127.1:{port}", null)]
    [InlineData("{own}0", null)]
    [InlineData("{own}/", null)]
    [InlineData("{own}@evil.example.org", null)]
    [InlineData("{own}.evil.example.org", null)]
    [InlineData("{own}, https://evil.example.org", null)]
    [InlineData("https://evil.example.org {own}", null)]
    [InlineData("{own} {own}", "same-origin")]
    [InlineData("file://", null)]
    [InlineData("*", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    [InlineData(null, "same-origin, cross-site")]
    public async Task no_route_changes_anything_by_a_browsers_cookie(string? origin, string? site)
    {
        var (browser, _) = await Server.BrowseAsync();
        using var entered = await Server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        var staff = AccessServer.CookieIn(entered, "scenegen_operator")!;

        foreach (var cookie in (string[])[browser[0].Value, staff, $"{browser[0].Value}; {staff}"])
        {
            await AreRefusedAsync([("Cookie", cookie), .. HeadersOf(origin, site)]);
        }
    }

    /// <summary>As two fields of the name, which a proxy may look at one by one.</summary>
    [Theory]
    [InlineData("{own}", "https://evil.example.org")]
    [InlineData("https://evil.example.org", "{own}")]
    [InlineData("{own}", "{own}")]
    public async Task two_origins_are_none(string first, string second)
    {
        var (browser, _) = await Server.BrowseAsync();

        await AreRefusedAsync([browser[0], ("Origin", Filled(first)), ("Origin", Filled(second))]);
    }

    [Fact]
    public async Task a_page_of_its_own_may_however_it_writes_its_origin()
    {
        var (browser, _) = await Server.BrowseAsync();

        foreach (var origin in (string[])[Own, "HTTP://127.0.0.1:{port}"])
        {
            var (status, problem) = await Server.AskAsync("POST", "/api/scenes", new { }, browser[0], ("Origin", Filled(origin)));
            Assert.Equal((400, "invalid_request"), (status, problem.GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task its_forms_are_refused_even_with_a_key()
    {
        foreach (var type in (string?[])[null, "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "text/json", "*/*"])
        {
            foreach (var path in (string[])["/api/scenes", "/api/scenes/batch", "/api/avatars", "/api/sessions", $"/api/avatars/{Guid.NewGuid()}/rollback"])
            {
                var (status, _) = await PostTextAsync(path, "{}", type);
                Assert.Equal((path, type, 415), (path, type, status));
            }
        }
    }

    private async Task AreRefusedAsync((string Name, string Value)[] headers)
    {
        var routes = Server.UnsafeRoutes.ToList();
        Assert.True(routes.Count > 25, $"Only {routes.Count} routes change anything.");
        foreach (var (method, path) in routes)
        {
            var (status, problem) = await Server.AskAsync(method, path, new { }, headers);
            Assert.Equal((method, path, 403), (method, path, status));
            Assert.Equal("origin_refused", problem.GetProperty("code").GetString());
        }
    }

    private IEnumerable<(string Name, string Value)> HeadersOf(string? origin, string? site)
    {
        if (origin is not null)
        {
            yield return ("Origin", Filled(origin));
        }

        if (site is not null)
        {
            yield return ("Sec-Fetch-Site", site);
        }
    }

    private string Filled(string origin)
        => origin
            .Replace(Own, Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace(Port, $"{Server.Port}", StringComparison.Ordinal);
}
