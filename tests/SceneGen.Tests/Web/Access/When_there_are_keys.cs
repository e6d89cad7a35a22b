namespace SceneGen.Tests.Web.Access;

public sealed class When_there_are_keys(KeyedServer server) : IClassFixture<KeyedServer>
{
    private static readonly string[] Callers = ["nobody", "scenes", "ops", "both", "cookie", "token", "wrong"];

    /// <summary>What each of the callers is answered, in their order.</summary>
    public static TheoryData<string, string, int[]> Routes => new()
    {
        { "GET", "/", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/ui/app.css", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/health/live", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/health/ready", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/openapi/v1.json", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/api/themes", [200, 200, 200, 200, 200, 200, 200] },
        { "GET", "/api/themes/neon-city/picture", [200, 200, 200, 200, 200, 200, 200] },
        { "POST", "/api/themes/neon-city/preview", [401, 200, 403, 200, 200, 200, 401] },
        { "GET", "/api/scenes", [401, 200, 403, 200, 200, 200, 401] },
        { "GET", "/API/Scenes", [401, 200, 403, 200, 200, 200, 401] },
        { "GET", "/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0", [401, 404, 403, 404, 404, 404, 401] },
        { "GET", "/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0/timeline", [401, 404, 403, 404, 404, 404, 401] },
        { "POST", "/api/scenes", [401, 400, 403, 400, 400, 400, 401] },
        { "POST", "/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0/retry", [401, 404, 403, 404, 404, 404, 401] },
        { "DELETE", "/api/scenes/01a20345-4b09-73c3-a49a-279535e102e0", [401, 404, 403, 404, 404, 404, 401] },
        { "POST", "/api/avatars", [401, 400, 403, 400, 403, 403, 401] },
        { "POST", "/api/avatars/01a20345-4b09-73c3-a49a-279535e102e0/rollback", [401, 400, 403, 400, 403, 403, 401] },
        { "POST", "/api/sessions", [401, 400, 403, 400, 403, 403, 401] },
        { "POST", "/api/sessions/enter", [401, 403, 403, 403, 403, 204, 401] },
        { "GET", "/api/sessions/current", [401, 200, 403, 200, 200, 200, 401] },
        { "DELETE", "/api/sessions/somebody-else", [401, 202, 403, 202, 403, 403, 401] },
        { "GET", "/metrics", [401, 403, 200, 200, 403, 403, 401] },
        { "GET", "/ops", [401, 401, 200, 200, 401, 401, 401] },
        { "GET", "/OPS/", [401, 401, 200, 200, 401, 401, 401] },
        { "GET", "/api/ops/overview", [401, 403, 200, 200, 403, 403, 401] },
        { "GET", "/Api/Ops/gates", [401, 403, 200, 200, 403, 403, 401] },
        { "GET", "/%61pi/%6fps/gates", [401, 403, 200, 200, 403, 403, 401] },
        { "POST", "/ops/enter", [401, 403, 204, 204, 403, 403, 401] },
        { "POST", "/ops/leave", [204, 204, 204, 204, 204, 204, 204] },
        { "GET", "/assets/0000000000000000000000000000000000000000000000000000000000000000.jpg", [404, 404, 404, 404, 404, 404, 404] },
        { "GET", "/api/nothing", [404, 404, 404, 404, 404, 404, 404] },
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task each_caller_may_do_what_is_theirs(string method, string path, int[] expected)
    {
        var body = method is "POST" && path is not ("/api/sessions/enter" or "/ops/enter" or "/ops/leave") ? new { } : null;
        var answered = new List<string>();
        foreach (var caller in Callers)
        {
            answered.Add($"{caller} {await server.StatusAsync(method, path, body, await ShowAsync(caller))}");
        }

        Assert.Equal(Callers.Zip(expected, (caller, status) => $"{caller} {status}"), answered);
    }

    [Theory]
    [InlineData("nobody", "key_required", "Bearer")]
    [InlineData("wrong", "key_unknown", "Bearer error=\"invalid_token\"")]
    [InlineData("ops", "scope_missing", "Bearer error=\"insufficient_scope\", scope=\"scenes\"")]
    public async Task who_may_not_is_told_why(string caller, string code, string challenge)
    {
        using var answer = await server.SendAsync("GET", "/api/scenes", null, await ShowAsync(caller));
        var (_, problem) = await server.AskAsync("GET", "/api/scenes", null, await ShowAsync(caller));

        Assert.Equal(challenge, answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("Basic c2dfYm90aA==")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("sg_both")]
    [InlineData("Bearer sg_both sg_both")]
    public async Task another_kind_of_secret_opens_nothing(string header)
        => Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, ("Authorization", header)));

    [Fact]
    public async Task an_operator_signs_in_with_a_key_and_stays_without_it()
    {
        using var form = await server.SendAsync("GET", "/ops");
        Assert.Contains("sign-in", await form.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        using var entered = await server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        var given = entered.Headers.GetValues("Set-Cookie").Single();
        var browser = server.Browser(AccessServer.CookieIn(entered, "scenegen_operator")!);

        Assert.Contains("httponly", given, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", given, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, await server.StatusAsync("GET", "/ops", null, browser));
        Assert.Equal(200, await server.StatusAsync("GET", "/api/ops/gates", null, browser));
        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, browser));
    }

    [Fact]
    public async Task an_operator_who_leaves_has_no_cookie_any_more_even_if_it_was_of_no_use()
    {
        foreach (var cookie in (string[])["scenegen_operator=forged", await OperatorCookieAsync()])
        {
            using var left = await server.SendAsync("POST", "/ops/leave", null, server.Browser(cookie));
            var taken = left.Headers.GetValues("Set-Cookie").Single();

            Assert.StartsWith("scenegen_operator=; expires=Thu, 01 Jan 1970", taken, StringComparison.Ordinal);
            Assert.Contains("path=/", taken, StringComparison.Ordinal);
        }

        Assert.Equal(
            403,
            await server.StatusAsync("POST", "/ops/leave", null, ("Cookie", await OperatorCookieAsync()), ("Origin", "https://evil.example.org")));
    }

    [Fact]
    public async Task only_who_signed_in_is_offered_the_way_out()
    {
        using var page = await server.SendAsync("GET", "/ops", null, server.Browser(await OperatorCookieAsync()));

        Assert.Contains("<div ><button id=\"exit\"", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_operators_cookie_makes_no_other()
    {
        using var entered = await server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        var browser = server.Browser(AccessServer.CookieIn(entered, "scenegen_operator")!);

        using var again = await server.SendAsync("POST", "/ops/enter", null, browser);

        Assert.Equal(401, (int)again.StatusCode);
        Assert.Null(AccessServer.CookieIn(again, "scenegen_operator"));
    }

    [Fact]
    public async Task a_webhook_proves_itself_by_its_signature_alone()
    {
        var (_, problem) = await server.AskAsync("POST", "/webhooks/replicate/nobody", new { });

        Assert.Equal("webhook_refused", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task a_header_of_a_proxy_nobody_trusts_changes_nothing()
        => Assert.Equal(200, await server.StatusAsync(
            "GET", "/api/scenes", null, AccessServer.Bearer(KeyedServer.Scenes), ("X-Forwarded-For", "203.0.113.7"),
            ("X-Forwarded-Proto", "https"), ("Forwarded", "for=203.0.113.7")));

    private async Task<(string Name, string Value)[]> ShowAsync(string caller) => caller switch
    {
        "nobody" => [],
        "wrong" => [AccessServer.Bearer("sg_nobody")],
        "cookie" => (await server.BrowseAsync()).Headers,
        "token" => [AccessServer.Bearer(await TokenAsync())],
        _ => [AccessServer.Bearer($"sg_{caller}")],
    };

    private async Task<string> TokenAsync()
    {
        var (_, made) = await server.AskAsync(
            "POST", "/api/sessions", new { sessionId = "session-1" }, AccessServer.Bearer(KeyedServer.Scenes));
        return made.GetProperty("token").GetString()!;
    }

    private async Task<string> OperatorCookieAsync()
    {
        using var entered = await server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        return AccessServer.CookieIn(entered, "scenegen_operator")!;
    }
}
