using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Pages;

public sealed class When_markup_is_sent_in(AttackedServer server) : Attack(server)
{
    private const string Markup = "<script>alert(1)</script><img/src=x/onerror=alert(1)>";
    private const string Html = "text/html";

    /// <summary>As it would stand in a page that did not encode it.</summary>
    private static readonly string[] Bare = ["<script>alert", "<img/src=x", "\"'><script", "</title><b>", "onerror=alert(1)>"];

    [Fact]
    public async Task every_page_shows_it_as_text()
    {
        var (browser, scene) = await BeVictimAsync();

        foreach (var path in (string[])["/", $"/scenes/{scene}", $"/?cursor={Uri.EscapeDataString(Markup)}", $"/?{Uri.EscapeDataString(Markup)}={Uri.EscapeDataString(Markup)}",
            $"/scenes/{scene}?x={Uri.EscapeDataString(Markup)}", $"/scenes/{Guid.NewGuid()}?{Uri.EscapeDataString(Markup)}"])
        {
            foreach (var language in (string[])["en", "de", Markup])
            {
                using var page = await Server.SendAsync("GET", path, null, [.. browser, ("Accept-Language", language)]);
                Assert.Equal(Html, page.Content.Headers.ContentType?.MediaType);
                await IsTextAsync(page, path);
            }
        }
    }

    /// <summary>Without it the tests here would look for what no page shows.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task what_is_written_without_a_script_is_encoded(string language)
    {
        var (browser, scene) = await BeVictimAsync();

        foreach (var path in (string[])["/", $"/scenes/{scene}"])
        {
            using var page = await Server.SendAsync("GET", path, null, [.. browser, ("Accept-Language", language)]);
            Assert.Contains("&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task the_operators_pages_hold_none_of_it()
    {
        await BeVictimAsync();
        using var entered = await Server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        var staff = AccessServer.CookieIn(entered, "scenegen_operator")!;

        foreach (var cookie in (string[])[staff, "scenegen_operator=" + Uri.EscapeDataString(Markup), Markup])
        {
            using var page = await Server.SendAsync("GET", $"/ops?{Uri.EscapeDataString(Markup)}#{Markup}", null, ("Cookie", cookie));
            Assert.Equal(Html, page.Content.Headers.ContentType?.MediaType);
            await IsTextAsync(page, cookie);
        }
    }

    [Theory]
    [InlineData("/scenes/")]
    [InlineData("/api/scenes/")]
    [InlineData("/api/themes/")]
    [InlineData("/api/sessions/")]
    [InlineData("/assets/")]
    [InlineData("/ui/")]
    [InlineData("/ops/")]
    [InlineData("/")]
    [InlineData("/api/scenes?status=")]
    [InlineData("/api/scenes?cursor=")]
    [InlineData("/api/scenes?sessionId=")]
    [InlineData("/api/scenes?limit=")]
    [InlineData("/api/ops/scenes?state=")]
    [InlineData("/api/ops/scenes?olderThan=")]
    public async Task an_address_that_holds_it_is_answered_with_no_page(string address)
    {
        var (browser, _) = await Server.BrowseAsync();
        foreach (var caller in ((string, string)[][])[browser, [Key], []])
        {
            foreach (var written in (string[])[Uri.EscapeDataString(Markup), Markup])
            {
                using var answer = await Server.SendAsync("GET", address + written, null, [.. caller, ("Accept", Html)]);
                Assert.NotEqual(Html, answer.Content.Headers.ContentType?.MediaType);
                Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            }
        }
    }

    /// <summary>A preview's picture is put into the operator's page as elements.</summary>
    [Fact]
    public async Task a_themes_words_are_no_elements_of_its_preview()
    {
        var (status, preview) = await Server.AskAsync(
            "POST", $"/api/themes/{MarkedTheme.Id}/preview", new { avatar = new { kind = "animal", name = Markup, description = Markup } }, Key);

        Assert.Equal(200, status);
        Assert.All(Bare, bare => Assert.DoesNotContain(bare, preview.GetProperty("placementSvg").GetString()!, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task IsTextAsync(HttpResponseMessage page, string about)
    {
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.All(Bare, bare => Assert.False(html.Contains(bare, StringComparison.OrdinalIgnoreCase), $"{about} shows {bare}"));
        Assert.All(
            page.Headers.Concat(page.Content.Headers).SelectMany(header => header.Value),
            value => Assert.DoesNotContain("<script>", value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A browser of a session with markup for a name, whose scene has it wherever text can be.</summary>
    private async Task<((string Name, string Value)[] Browser, string Scene)> BeVictimAsync()
    {
        var avatar = new { kind = "animal", name = Markup, description = Markup };
        var (status, scene) = await Server.AskAsync(
            "POST", "/api/scenes", new { avatarUrl = Server.Fox, theme = MarkedTheme.Id, sessionId = Markup, avatar }, Key);
        Assert.Equal(202, status);
        var (_, made) = await Server.AskAsync("POST", "/api/sessions", new { sessionId = Markup }, Key);
        using var entered = await Server.SendAsync(
            "POST", "/api/sessions/enter", null, AccessServer.Bearer(made.GetProperty("token").GetString()!));
        return (Server.Browser(AccessServer.CookieIn(entered, "scenegen_session")!), scene.GetProperty("id").GetString()!);
    }
}
