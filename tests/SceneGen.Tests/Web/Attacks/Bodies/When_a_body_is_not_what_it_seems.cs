using System.Text;

namespace SceneGen.Tests.Web.Attacks.Bodies;

public sealed class When_a_body_is_not_what_it_seems(AttackedServer server) : Attack(server)
{
    private const string Json = "application/json";
    private const string Takes = "[{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"neon-city\"}]";

    /// <summary>Whoever looked at the first of two sees another scene than the one that is made of the second.</summary>
    [Theory]
    [InlineData("/api/scenes", "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"x\",\"theme\":\"neon-city\"}")]
    [InlineData("/api/scenes", "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"x\",\"Theme\":\"neon-city\"}")]
    [InlineData("/api/scenes", "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"x\",\"th\\u0065me\":\"neon-city\"}")]
    [InlineData("/api/scenes", "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"neon-city\",\"avatar\":{\"kind\":\"human\",\"kind\":\"robot\"}}")]
    [InlineData("/api/scenes", "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"neon-city\",\"seed\":\"x\",\"Seed\":1}")]
    [InlineData("/api/scenes/batch", "{\"scenes\":[],\"scenes\":" + Takes + "}")]
    [InlineData("/api/scenes/batch", "{\"scenes\":[],\"Scenes\":" + Takes + "}")]
    [InlineData("/api/sessions", "{\"sessionId\":\"mine\",\"sessionId\":\"another\"}")]
    [InlineData("/api/themes/neon-city/preview", "{\"seed\":1,\"seed\":2}")]
    public async Task a_name_that_comes_twice_is_refused(string path, string body)
    {
        var (status, text) = await PostTextAsync(path, body, Json);

        Assert.True(status == 400, $"{status} {text}");
    }

    [Fact]
    public async Task one_scene_of_a_batch_with_a_name_twice_is_refused()
    {
        const string Twice = "{\"avatarUrl\":\"http://127.0.0.1:1/fox.png\",\"theme\":\"x\",\"Theme\":\"neon-city\"}";
        var (status, text) = await PostTextAsync("/api/scenes/batch", $"{{\"scenes\":[{Twice}]}}", Json);

        Assert.True(status == 400 || (status == 200 && text.Contains("\"status\":400", StringComparison.Ordinal)), $"{status} {text}");
    }

    /// <summary>What a form of a foreign page could send; a webhook's signature judges its own.</summary>
    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData(null)]
    public async Task nothing_is_changed_by_another_kind_of_body(string? type)
    {
        var routes = Server.UnsafeRoutes.Where(route => !route.Path.StartsWith("/webhooks/", StringComparison.Ordinal)).ToList();
        Assert.True(routes.Count > 10);
        foreach (var (method, path) in routes)
        {
            var (status, text) = await PostTextAsync(path, "{\"reason\":\"x\"}", type, method);
            Assert.True(
                status == 415 && text.Contains("\"code\":\"not_json\"", StringComparison.Ordinal), $"{method} {path}: {status} {text}");
        }
    }

    [Theory]
    [InlineData("/api/scenes", 413)]
    [InlineData("/api/scenes/batch", 413)]
    [InlineData("/api/avatars", 413)]
    [InlineData("/api/sessions", 413)]
    [InlineData("/api/themes/neon-city/preview", 413)]
    public async Task a_million_elements_are_too_many(string path, int status)
        => Assert.Equal(status, (await PostTextAsync(path, $"{{\"scenes\":[{Elements("0,", 1_000_000)}0]}}", Json)).Status);

    /// <summary>As many as fit into what a batch may be.</summary>
    [Theory]
    [InlineData("0,", "0", 500_000)]
    [InlineData("{},", "{}", 300_000)]
    [InlineData("[],", "[]", 300_000)]
    [InlineData("\"\",", "\"\"", 300_000)]
    public async Task what_is_wide_is_refused_though_it_fits(string element, string last, int count)
        => Assert.Equal(400, (await PostTextAsync("/api/scenes/batch", $"{{\"scenes\":[{Elements(element, count)}{last}]}}", Json)).Status);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{\"a\":", "}")]
    [InlineData("{\"scenes\":[", "]}")]
    public async Task what_is_ten_thousand_deep_is_refused(string open, string close)
    {
        var deep = $"{{\"scenes\":[{Elements(open, 10_000)}0{Elements(close, 10_000)}]}}";
        Assert.Equal(400, (await PostTextAsync("/api/scenes/batch", deep, Json)).Status);
        Assert.Equal(deep.Length > 64 * 1024 ? 413 : 400, (await PostTextAsync("/api/scenes", deep, Json)).Status);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16be")]
    [InlineData("utf-32")]
    [InlineData("utf-7")]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("ibm037")]
    [InlineData("x-user-defined")]
    [InlineData("none")]
    [InlineData("\"\"")]
    [InlineData("\"utf-8")]
    [InlineData("utf-8, utf-16")]
    public async Task another_charset_makes_no_scene(string charset)
    {
        foreach (var body in (byte[][])["{}"u8.ToArray(), Encoding.Unicode.GetBytes("{}"), [0xff, 0xfe, 0x7b, 0x00], [0x00, 0xd8], [0x7b]])
        {
            var (status, text) = await PostBytesAsync("/api/scenes", body, $"{Json}; charset={charset}");
            Assert.True(status is 400 or 415, $"{charset}: {status} {text}");
        }
    }

    /// <summary>A mark that says so before UTF-8 changes nothing; what it says of another encoding is not believed.</summary>
    [Fact]
    public async Task a_mark_before_it_makes_no_other_body_of_it()
    {
        var good = Encoding.UTF8.GetBytes($"{{\"avatarUrl\":\"{Server.Fox}\",\"theme\":\"nowhere\"}}");
        byte[][] marks = [[0xef, 0xbb, 0xbf], [0xfe, 0xff], [0xff, 0xfe], [0x00, 0x00, 0xfe, 0xff], [0x2b, 0x2f, 0x76, 0x38], [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf]];
        foreach (var mark in marks)
        {
            Assert.Equal(400, (await PostBytesAsync("/api/scenes", [.. mark, .. good], Json)).Status);
        }
    }

    [Theory]
    [InlineData("{\"theme\":\"neon-city\0\"}")]
    [InlineData("{\"theme\":\"neon-city\"}\0")]
    [InlineData("\0{\"theme\":\"neon-city\"}")]
    [InlineData("{\"theme\0\":\"neon-city\"}")]
    [InlineData("{\"theme\":\"neon\u0007city\"}")]
    [InlineData("{\"theme\":\"neon-city\"}{\"theme\":\"neon-city\"}")]
    [InlineData("{\"theme\":'neon-city'}")]
    [InlineData("{theme:\"neon-city\"}")]
    [InlineData("{\"theme\":\"neon-city\",}")]
    [InlineData("{\"seed\":NaN}")]
    [InlineData("{\"seed\":01}")]
    [InlineData("{\"seed\":+1}")]
    public async Task what_is_almost_json_is_refused(string body)
    {
        foreach (var path in (string[])["/api/scenes", "/api/scenes/batch", "/api/avatars", "/api/sessions", "/api/themes/neon-city/preview"])
        {
            var (status, text) = await PostTextAsync(path, body, Json);
            Assert.True(status == 400, $"{path}: {status} {text}");
        }
    }

    /// <summary>A known field in what the database or a log would stumble over.</summary>
    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00x")]
    [InlineData("\\ud800\\ud800")]
    [InlineData("\\u0000")]
    public async Task half_a_character_is_no_text(string half)
    {
        foreach (var field in (string[])["name", "description"])
        {
            var (status, text) = await PostTextAsync(
                "/api/scenes",
                $"{{\"avatarUrl\":\"{Server.Fox}\",\"theme\":\"neon-city\",\"avatar\":{{\"kind\":\"animal\",\"{field}\":\"{half}\"}}}}",
                Json);
            Assert.True(status == 400, $"{field}: {status} {text}");
        }

        Assert.Equal(400, (await PostTextAsync("/api/sessions", $"{{\"sessionId\":\"{half}\"}}", Json)).Status);
        Assert.InRange(await Server.StatusAsync("GET", $"/api/scenes?sessionId={Uri.EscapeDataString("\u0000")}", null, Key), 400, 499);
    }

    private static string Elements(string one, int count)
        => new StringBuilder(one.Length * count).Insert(0, one, count).ToString();
}
