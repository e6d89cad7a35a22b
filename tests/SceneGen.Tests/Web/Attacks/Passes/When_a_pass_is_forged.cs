using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Passes;

public sealed class When_a_pass_is_forged(AttackedServer server) : Attack(server)
{
    private const string Session = "scenegen_session";
    private const string Operator = "scenegen_operator";

    [Fact]
    public async Task no_character_of_a_cookie_or_a_token_can_be_another()
    {
        var cookie = await CookieAsync();
        var token = await TokenAsync();

        foreach (var (pass, show) in new[] { (cookie, (Func<string, (string, string)[]>)AsCookie), (token, AsToken) })
        {
            Assert.Equal(200, await Server.StatusAsync("GET", "/api/scenes", null, show(pass)));
            foreach (var place in Enumerable.Range(0, pass.Length - 1).Where(place => place % 7 == 0))
            {
                var forged = $"{pass[..place]}{(pass[place] == 'A' ? 'B' : 'A')}{pass[(place + 1)..]}";
                Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, show(forged)));
            }
        }
    }

    [Fact]
    public async Task neither_is_good_in_part_or_with_more_behind_it()
    {
        var cookie = await CookieAsync();
        var token = await TokenAsync();

        foreach (var cut in (string[])["", cookie[..1], cookie[..20], cookie[..^2], cookie[1..], cookie + cookie, "null", "%00", "{}"])
        {
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsCookie(cut)));
        }

        foreach (var cut in (string[])["", token[..1], token[..20], token[..^2], token[1..], token + token, "null", "undefined"])
        {
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsToken(cut)));
        }
    }

    [Fact]
    public async Task what_was_made_for_one_purpose_opens_no_other()
    {
        var cookie = await CookieAsync();
        var token = await TokenAsync();
        using var entered = await Server.SendAsync("POST", "/ops/enter", null, AccessServer.Bearer(KeyedServer.Ops));
        var staff = AccessServer.CookieIn(entered, Operator)!.Split('=', 2)[1];

        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsCookie(token)));
        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsCookie(staff)));
        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsToken(cookie)));
        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsToken(staff)));
        Assert.Equal(401, await Server.StatusAsync("GET", "/api/ops/gates", null, AsToken(staff)));
        foreach (var pass in (string[])[cookie, token, KeyedServer.Ops, "local", "bG9jYWw"])
        {
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/ops/gates", null, ("Cookie", $"{Operator}={pass}")));
            Assert.Equal(401, await Server.StatusAsync("GET", "/ops", null, ("Cookie", $"{Operator}={pass}")));
        }
    }

    [Fact]
    public async Task a_token_is_over_with_its_session_wherever_it_is_shown()
    {
        var token = AsToken(await TokenAsync("erased"));
        using var entered = await Server.SendAsync("POST", "/api/sessions/enter", null, token);
        var cookie = AccessServer.CookieIn(entered, Session)!.Split('=', 2)[1];

        Assert.Equal(202, await Server.StatusAsync("DELETE", "/api/sessions/erased", null, token));

        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, token));
        Assert.Equal(401, await Server.StatusAsync("POST", "/api/sessions/enter", null, token));
        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AsCookie(cookie)));
    }

    private static (string Name, string Value)[] AsCookie(string pass) => [("Cookie", $"{Session}={pass}")];

    private static (string Name, string Value)[] AsToken(string pass) => [AccessServer.Bearer(pass)];

    private async Task<string> CookieAsync() => (await Server.BrowseAsync()).Headers[0].Value.Split('=', 2)[1];

    private async Task<string> TokenAsync(string sessionId = "attacker")
        => (await Server.AskAsync("POST", "/api/sessions", new { sessionId }, Key)).Body.GetProperty("token").GetString()!;
}
