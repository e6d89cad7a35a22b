namespace SceneGen.Tests.Web.Attacks;

public sealed class When_a_foreign_page_asks(AttackedServer server) : Attack(server)
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("null", null)]
    [InlineData("null", "same-origin")]
    [InlineData("https://evil.example.org", "cross-site")]
    [InlineData("http://127.0.0.1", "same-site")]
    [InlineData("http://127.0.0.1:1", "same-site")]
    [InlineData("http://127.0.0.1.evil.example.org", null)]
    [InlineData("file://", null)]
    [InlineData(null, "cross-site")]
    [InlineData(null, "same-site")]
    [InlineData(null, "none")]
    public async Task no_route_changes_anything_by_a_browsers_cookie(string? origin, string? site)
    {
        var (browser, _) = await Server.BrowseAsync();
        var headers = new List<(string Name, string Value)> { browser[0] };
        if (origin is not null)
        {
            headers.Add(("Origin", origin));
        }

        if (site is not null)
        {
            headers.Add(("Sec-Fetch-Site", site));
        }

        foreach (var (method, path) in Server.UnsafeRoutes)
        {
            var (status, problem) = await Server.AskAsync(method, path, new { }, [.. headers]);
            Assert.Equal((method, path, 403), (method, path, status));
            Assert.Equal("origin_refused", problem.GetProperty("code").GetString());
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
}
