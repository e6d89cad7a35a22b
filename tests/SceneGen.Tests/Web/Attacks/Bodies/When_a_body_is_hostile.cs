using SceneGen.Tests.Assets.Fetching;

namespace SceneGen.Tests.Web.Attacks.Bodies;

public sealed class When_a_body_is_hostile(AttackedServer server) : Attack(server)
{
    private const string Json = "application/json";

    private static readonly string[] Takers = ["/api/scenes", "/api/scenes/batch", "/api/avatars", "/api/sessions", "/api/themes/neon-city/preview"];

    public static TheoryData<string, string> Bombs => new()
    {
        { "depth", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) },
        { "brackets", new string('[', 60_000) },
        { "deep and closed", new string('[', 30_000) + new string(']', 30_000) },
        { "number", $"{{\"seed\":{new string('9', 50_000)}}}" },
        { "exponent", "{\"seed\":1e999999999}" },
        { "same field", $"{{{string.Join(',', Enumerable.Repeat("\"theme\":\"x\"", 4_000))}}}" },
        { "elements", $"{{\"scenes\":[{string.Join(',', Enumerable.Repeat("0", 30_000))}]}}" },
        { "objects", $"{{\"scenes\":[{string.Join(',', Enumerable.Repeat("{}", 20_000))}]}}" },
        { "surrogate", "{\"theme\":\"\\ud800\",\"avatarUrl\":\"\\udfff\",\"sessionId\":\"\\ud800\",\"scenes\":[{\"theme\":\"\\ud800\"}]}" },
        { "surrogate field", "{\"\\ud800\":1,\"avatar\":{\"name\":\"\\udc00\",\"\\udc00\":{}},\"scenes\":[{\"\\ud800\":1}]}" },
        { "surrogate in a wrong field", "{\"seed\":\"\\ud800\",\"avatarId\":\"\\ud800\",\"sceneId\":[\"\\ud800\"]}" },
        { "types", "{\"theme\":{},\"avatarUrl\":[],\"sessionId\":1,\"avatar\":\"x\",\"scenes\":{},\"seed\":true}" },
        { "nul", "{\"theme\":\"\\u0000\",\"avatarUrl\":\"\\u0000\",\"sessionId\":\"\\u0000\",\"avatar\":{\"kind\":\"animal\",\"name\":\"\\u0000\"}}" },
        { "prototype", "{\"__proto__\":{\"isAdmin\":true},\"constructor\":{\"prototype\":{}},\"$type\":\"System.Diagnostics.Process\"}" },
        { "comment", "/* */{}" },
        { "half", "{\"theme\":" },
        { "nothing", "" },
        { "null", "null" },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task it_is_refused_in_words(string kind, string body)
    {
        foreach (var path in Takers)
        {
            var (status, text) = await PostTextAsync(path, body, Json);

            // A preview takes any object, and a batch answers for each of its scenes.
            var isTaken = status == 200 && !path.EndsWith("preview", StringComparison.Ordinal) && text.Contains("\"status\":202", StringComparison.Ordinal);
            Assert.True(status is 200 or 400 or 413 or 415 && !isTaken, $"{kind} to {path}: {status} {text}");
        }
    }

    [Fact]
    public async Task what_is_no_utf8_is_refused()
    {
        foreach (var bytes in (byte[][])[[0xff, 0xfe], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0x80]])
        {
            byte[] body = [.. "{\"theme\":\""u8, .. bytes, .. "\"}"u8];
            foreach (var path in Takers.Except(["/api/themes/neon-city/preview"]))
            {
                Assert.Equal((path, 400), (path, (await PostBytesAsync(path, body, Json)).Status));
            }
        }
    }

    [Fact]
    public async Task what_is_too_large_is_refused_wherever_it_is_read()
    {
        var body = new string(' ', 70_000) + "{}";
        foreach (var path in Takers.Except(["/api/scenes/batch"]))
        {
            Assert.Equal((path, 413), (path, (await PostTextAsync(path, body, Json)).Status));
        }

        foreach (var (method, path) in Server.UnsafeRoutes.Where(route => !route.Path.StartsWith("/webhooks", StringComparison.Ordinal)))
        {
            var (status, text) = await PostTextAsync(path, body, Json, method);
            Assert.True(status < 500, $"{method} {path}: {status} {text}");
        }
    }

    [Fact]
    public async Task no_address_inside_can_be_given_for_the_avatar_or_the_callback()
    {
        foreach (var url in When_an_avatar_url_is_judged.Hostile.Select(row => row.Data))
        {
            var (status, problem) = await Server.AskAsync(
                "POST", "/api/scenes", new { avatarUrl = url, callbackUrl = url, theme = "neon-city" }, Key);

            Assert.Equal(400, status);
            Assert.Equal(
                (url, true, true),
                (url, problem.GetProperty("errors").TryGetProperty("avatarUrl", out _), problem.GetProperty("errors").TryGetProperty("callbackUrl", out _)));
        }
    }

    [Fact]
    public async Task statements_of_a_database_are_words()
    {
        const string Sql = "'); DROP TABLE scenes; --\" OR 1=1 /*";
        var avatar = new { kind = "animal", name = Sql, description = Sql };
        var (status, scene) = await Server.AskAsync(
            "POST",
            "/api/scenes",
            new { avatarUrl = Server.Fox, theme = "neon-city", sessionId = "';DROP/**/TABLE--", avatar },
            Key);
        Assert.Equal(202, status);
        Assert.Equal("';DROP/**/TABLE--", scene.GetProperty("sessionId").GetString());

        foreach (var query in (string[])["sessionId", "status", "limit", "cursor"])
        {
            Assert.InRange(await Server.StatusAsync("GET", $"/api/scenes?{query}={Uri.EscapeDataString(Sql)}", null, Key), 200, 400);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%00")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("////////////////////////////////")]
    [InlineData("7fffffffffffffff")]
    [InlineData("-1")]
    [InlineData("%F0%9F%98%80")]
    public async Task a_cursor_nobody_gave_out_is_refused(string cursor)
        => Assert.Equal(400, await Server.StatusAsync("GET", $"/api/scenes?cursor={cursor}", null, Key));

    [Fact]
    public async Task a_cursor_that_was_given_out_and_changed_shows_nobody_elses()
    {
        await Server.AddSceneAsync("victim");
        await Server.AddSceneAsync("victim");
        var (_, page) = await Server.AskAsync("GET", "/api/scenes?sessionId=victim&limit=1", null, Key);
        var cursor = page.GetProperty("next").GetString()!;
        var (browser, _) = await Server.BrowseAsync();

        for (var place = 0; place < cursor.Length; place++)
        {
            var changed = $"{cursor[..place]}{(cursor[place] == 'A' ? 'B' : 'A')}{cursor[(place + 1)..]}";
            var (status, list) = await Server.AskAsync("GET", $"/api/scenes?cursor={Uri.EscapeDataString(changed)}", null, browser);
            Assert.True(status == 400 || (status == 200 && list.GetProperty("items").GetArrayLength() == 0), $"{changed}: {status}");
        }
    }

    [Theory]
    [InlineData("%7B01a20345-4b09-73c3-a49a-279535e102e0%7D")]
    [InlineData("01a203454b0973c3a49a279535e102e0ffffffff")]
    [InlineData("../../01a20345-4b09-73c3-a49a-279535e102e0")]
    [InlineData("%01")]
    [InlineData("0x01a20345,0x4b09,0x73c3")]
    public async Task an_id_that_is_none_finds_nothing(string id)
        => Assert.InRange(await Server.StatusAsync("GET", $"/api/scenes/{id}", null, Key), 400, 404);
}
