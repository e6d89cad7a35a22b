using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;
using SceneGen.Web.Access;

namespace SceneGen.Tests.Web.Access;

public sealed class When_there_are_no_keys(AccessServer server) : IClassFixture<AccessServer>
{
    private const string Somewhere = "01a20345-4b09-73c3-a49a-279535e102e0";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A program without a cookie, and a browser that has opened the page.</summary>
    [Theory]
    [InlineData("GET", "/api/scenes", 200, 200)]
    [InlineData("POST", "/api/scenes", 400, 400)]
    [InlineData("DELETE", $"/api/scenes/{Somewhere}", 404, 404)]
    [InlineData("POST", "/api/avatars", 400, 403)]
    [InlineData("POST", "/api/sessions", 400, 403)]
    [InlineData("GET", "/api/sessions/current", 200, 200)]
    [InlineData("DELETE", "/api/sessions/somebody-else", 202, 403)]
    [InlineData("GET", "/api/ops/gates", 200, 403)]
    [InlineData("GET", "/metrics", 200, 403)]
    [InlineData("GET", "/ops", 200, 200)]
    [InlineData("GET", "/api/themes", 200, 200)]
    public async Task the_local_caller_may_do_everything_and_a_cookie_confines(string method, string path, int local, int browser)
    {
        var body = method is "POST" ? new { } : null;
        var (headers, _) = await server.BrowseAsync();

        Assert.Equal(
            (local, browser),
            (await server.StatusAsync(method, path, body), await server.StatusAsync(method, path, body, headers)));
    }

    [Theory]
    [InlineData("/api/scenes", "X-Forwarded-For", 401)]
    [InlineData("/api/scenes", "X-Forwarded-Prefix", 401)]
    [InlineData("/api/ops/gates", "Forwarded", 401)]
    [InlineData("/", "Forwarded", 401)]
    [InlineData("/ops", "X-Forwarded-Host", 401)]
    [InlineData("/api/scenes", "X-Real-Name", 200)]
    public async Task what_a_proxy_passed_on_needs_a_key(string path, string header, int status)
        => Assert.Equal(status, await server.StatusAsync("GET", path, null, (header, "for=203.0.113.7")));

    [Fact]
    public async Task a_passed_on_webhook_is_looked_at()
    {
        var (_, problem) = await server.AskAsync(
            "POST", "/webhooks/replicate/nobody", new { }, ("X-Forwarded-For", "203.0.113.7"));

        Assert.Equal("webhook_refused", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("evil.example.org", 400)]
    [InlineData("127.0.0.1.evil.example.org", 400)]
    [InlineData("localhost", 200)]
    [InlineData("[::1]:5080", 200)]
    public async Task a_name_that_was_made_to_point_here_is_refused(string host, int status)
        => Assert.Equal(status, await server.StatusAsync("GET", "/api/scenes", null, ("Host", host)));

    [Theory]
    [InlineData("Origin", "https://evil.example.org", false, 403)]
    [InlineData("Origin", "null", false, 403)]
    [InlineData("Origin", "http://127.0.0.1:1", false, 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", false, 403)]
    [InlineData("Sec-Fetch-Site", "same-site", true, 403)]
    [InlineData("Sec-Fetch-Site", "none", true, 403)]
    [InlineData("Sec-Fetch-Site", "same-origin", true, 400)]
    [InlineData("X-Nothing", "said", true, 403)]
    [InlineData("X-Nothing", "said", false, 400)]
    public async Task a_change_is_made_for_no_other_page(string header, string value, bool hasCookie, int status)
    {
        var (browser, _) = await server.BrowseAsync();
        var headers = browser.Where(one => one.Name is "Cookie" && hasCookie).Append((header, value)).ToArray();

        Assert.Equal(status, await server.StatusAsync("POST", "/api/scenes", new { }, headers));
    }

    [Theory]
    [InlineData("GET", "/api/scenes", "Origin", "https://evil.example.org", 401)]
    [InlineData("GET", "/api/scenes", "Origin", "null", 401)]
    [InlineData("GET", "/api/scenes", "Sec-Fetch-Site", "cross-site", 401)]
    [InlineData("GET", "/api/ops/gates", "Sec-Fetch-Site", "same-site", 401)]
    [InlineData("GET", "/metrics", "Sec-Fetch-Site", "cross-site", 401)]
    [InlineData("GET", "/ops", "Sec-Fetch-Site", "cross-site", 401)]
    [InlineData("GET", "/ops", "Origin", "https://evil.example.org", 401)]
    [InlineData("GET", "/api/themes", "Origin", "https://evil.example.org", 200)]
    [InlineData("GET", "/ui/app.css", "Sec-Fetch-Site", "cross-site", 200)]
    [InlineData("GET", "/api/scenes", "Sec-Fetch-Site", "same-origin", 200)]
    [InlineData("GET", "/api/scenes", "Sec-Fetch-Site", "none", 200)]
    public async Task another_page_is_not_the_local_caller(string method, string path, string header, string value, int status)
        => Assert.Equal(status, await server.StatusAsync(method, path, null, (header, value), ("Sec-Fetch-Mode", "cors")));

    [Fact]
    public async Task its_own_page_is()
        => Assert.Equal(200, await server.StatusAsync(
            "GET", "/api/scenes", null, ("Origin", server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority))));

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/ops", 200)]
    [InlineData("/api/ops/gates", 401)]
    public async Task whoever_follows_a_link_of_another_page_comes_to_the_pages(string path, int status)
        => Assert.Equal(status, await server.StatusAsync(
            "GET", path, null, ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate")));

    [Fact]
    public async Task a_key_that_is_none_makes_nobody_the_local_caller()
        => Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer("sg_nobody")));

    [Fact]
    public async Task nobody_is_offered_to_sign_out_who_never_signed_in()
    {
        using var page = await server.SendAsync("GET", "/ops");

        Assert.Contains("class=\"button small\" hidden>Sign out<", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE,de;q=0.9", "Neonstadt", "de")]
    [InlineData("fr", "Neon city", "en")]
    public async Task themes_are_told_in_the_callers_language(string wish, string name, string language)
    {
        using var all = await server.SendAsync("GET", "/api/themes", null, ("Accept-Language", wish));
        var (_, one) = await server.AskAsync("GET", "/api/themes/neon-city", null, ("Accept-Language", wish));

        Assert.Contains($"\"{name}\"", await all.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(name, one.GetProperty("name").GetString());
        Assert.Equal(language, all.Content.Headers.ContentLanguage.Single());
        Assert.Contains("Accept-Language", all.Headers.Vary);
    }

    [Fact]
    public async Task whoever_opens_the_operators_page_in_a_browser_with_a_session_may_operate()
    {
        var (browser, _) = await server.BrowseAsync();
        using var page = await server.SendAsync("GET", "/ops", null, browser);
        var both = $"{browser[0].Value}; {AccessServer.CookieIn(page, "scenegen_operator")}";

        Assert.Equal(200, await server.StatusAsync("GET", "/api/ops/gates", null, server.Browser(both)));
        Assert.Equal(403, await server.StatusAsync("POST", "/api/avatars", new { }, server.Browser(both)));
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("203.0.113.7", false)]
    public async Task the_cookie_of_this_machines_operator_is_good_on_it_alone(string address, bool isGood)
    {
        var cookie = server.Services.GetRequiredService<SessionSeal>().MakeOperator(AccessCookies.LocalOperator);
        var request = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        request.Request.Headers.Cookie = $"{AccessCookies.Operator}={cookie}";

        var called = await server.Services.GetRequiredService<CallerReader>().ReadAsync(request, AccessNeed.Ops);

        Assert.Equal(isGood, called.Who is not null);
    }
}
