namespace SceneGen.Tests.Web.Attacks.Requests;

/// <summary>In each place of each route that takes one, as the browser of another session writes it.</summary>
public sealed class When_an_id_is_bent(AttackedServer server) : Attack(server)
{
    /// <summary>A page of the attacker's own, to which dots may lead.</summary>
    private const string Page = "<!doctype html>";

    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public static TheoryData<string> Bends =>
    [
        "..", "%2e%2e", "%2E%2E", ".%2e", "%2e%2e%2fops", "..%2f..%2fetc%2fpasswd", "..%5c..%5cetc%5cpasswd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "%252e%252e%252fops", "%c0%ae%c0%ae%c0%afops", "%uff0e%uff0e%u2215", "%2f", "%2f%2f",
        "%2fetc%2fpasswd", "%00", "%0d%0aX-Set:%20y", "%ff%fe", "%", "%zz",
        "{id}%00", "{id}%2f..%2f..%2fops", "{id}/../../ops", "{id}.", "{id}..", "{id}%20", "%20{id}", "{id};a=b", "{id}%23", "{id}%3f",
        "%7b{id}%7d", "({id})", "{id}{id}", "{id},{id}", "{compact}", "0x{compact}", "-1", "0", "*", "~", "$", "'%20or%201=1--",
        "{long}", "{id}{long}", "%e2%80%ae{id}", "\u00e9",
    ];

    [Theory]
    [MemberData(nameof(Bends))]
    public async Task it_opens_nothing_and_breaks_nothing(string bend)
    {
        var (browser, _) = await Server.BrowseAsync();
        var value = Filled(bend);
        var routes = Server.Routes.Where(route => route.Pattern.Contains('{', StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 30, $"Only {routes.Count} routes have a place.");

        foreach (var (method, pattern) in routes)
        {
            var path = AttackedServer.PathOf(pattern, value);
            var (status, text) = await AskAsync(method, path, browser);
            Assert.True(
                status is >= 400 and < 500 || (status is 200 && method is "GET" && text.StartsWith(Page, StringComparison.OrdinalIgnoreCase)) || (status is 200 && method is "HEAD"),
                $"{method} {pattern} at {path}: {status} {text}");
            Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Who may ask everything is answered no file and no fault either.</summary>
    [Theory]
    [MemberData(nameof(Bends))]
    public async Task it_breaks_nothing_by_who_may_read_everything(string bend)
    {
        var value = Filled(bend);
        foreach (var (method, pattern) in Server.Routes.Where(route => route.Method is "GET" && route.Pattern.Contains('{', StringComparison.Ordinal)))
        {
            var path = AttackedServer.PathOf(pattern, value);
            var (status, text) = await AskAsync(method, path, [Key]);
            Assert.True(status < 500, $"{method} {path}: {status} {text}");
            Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        }
    }

    private static string Filled(string bend)
    {
        var id = Guid.NewGuid();
        return bend
            .Replace("{id}", id.ToString(), StringComparison.Ordinal)
            .Replace("{compact}", id.ToString("N"), StringComparison.Ordinal)
            .Replace("{long}", new string('a', 7000), StringComparison.Ordinal);
    }

    /// <summary>The address goes out as it is written, without a client's mending.</summary>
    private async Task<(int Status, string Text)> AskAsync(string method, string path, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method), new Uri($"{Server.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}", AsItIs));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await Server.Client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
