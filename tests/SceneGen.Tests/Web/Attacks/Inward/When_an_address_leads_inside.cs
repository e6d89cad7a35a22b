using System.Text.Json;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Inward;

/// <summary>Of an avatar or of a callback, sent by HTTP by somebody who may.</summary>
public sealed class When_an_address_leads_inside(TrappedServer server) : IClassFixture<TrappedServer>
{
    private const string Public = "8.8.8.8";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly (string Name, string Value) Key = AccessServer.Bearer(KeyedServer.Scenes);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Fox => new(server.Client.BaseAddress!, "/simulator/samples/fox.png");

    /// <summary>What needs no DNS to be known, with the trap's own port where it has one.</summary>
    public static TheoryData<string> Hosts =>
    [
        "127.0.0.1", "127.0.0.2", "127.255.255.254", "127.1", "127.0.1", "0.0.0.0", "0", "10.0.0.1", "10.255.255.255", "172.16.0.1",
        "172.31.255.255", "192.168.0.1", "192.168.255.255", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255",
        "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255",
        "240.0.0.1", "255.255.255.255", "[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]",
        "[::ffff:10.0.0.1]", "[::ffff:169.254.169.254]", "[::127.0.0.1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fec0::1]",
        "[ff02::1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[2001:db8::1]", "[100::1]", "2130706433", "017700000001",
        "0x7f000001", "0x7f.0.0.1", "0177.0.0.1", "0x7f.1", "2852039166", "0xa9fea9fe", "3232235521", "0xc0a80001", "00.0.0.0",
        "localhost", "LOCALHOST", "localhost.", "localhost..", "a.localhost", "a.localhost.", "localhost.localdomain", "127.0.0.1.",
        "10.0.0.1.", "user@127.0.0.1", "user:word@127.0.0.1", "example.com@127.0.0.1", "127.0.0.1%00.example.com", "%31%32%37.0.0.1",
        "loc%61lhost", "\u2460\u2461\u2466.0.0.1", "127\u30020\u30020\u30021", "\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3",
        "intranet", "printer.local", "metadata.google.internal",
    ];

    [Theory]
    [MemberData(nameof(Hosts))]
    public async Task it_is_refused_at_the_door_by_the_name_of_its_field(string host)
    {
        string[] urls =
        [
            $"https://{host}/a.png", $"http://{host}/a.png", $"http://{host}:{server.TrapPort}/a.png", $"https://{host}:{server.TrapPort}/a.png",
        ];
        var scenes = urls.Select(url => new { avatarUrl = url, callbackUrl = url, theme = "neon-city" }).ToList();
        var (_, batch) = await server.AskAsync("POST", "/api/scenes/batch", new { scenes }, Key);
        for (var place = 0; place < urls.Length; place++)
        {
            AreNamed(batch.GetProperty("items")[place].GetProperty("problem"), urls[place], "avatarUrl", "callbackUrl");
            await IsRefusedAsync("/api/scenes", scenes[place], "avatarUrl", "callbackUrl");
            await IsRefusedAsync(
                "/api/avatars", new { avatarUrl = urls[place], avatarId = Guid.NewGuid(), sessionId = "any", theme = "neon-city" }, "avatarUrl");
        }

        Assert.DoesNotContain(server.Network.Called, IsInside);
        Assert.False(server.IsSprung);
    }

    /// <summary>What is known only where it is fetched, or where it sends one on to.</summary>
    [Fact]
    public async Task what_turns_inside_later_is_called_by_nobody()
    {
        server.Network
            .With("rebind.example", Public).With("rebind.example", "127.0.0.1").With("rebind.example", "127.0.0.1")
            .With("both.example", Public, "127.0.0.1")
            .With("moved.example", "127.0.0.1").With("mapped.example", "::ffff:127.0.0.1");
        string[] inside =
        [
            "https://rebind.example/a.png", "https://both.example/a.png", "https://house.example/a.png", "https://mapped.example/a.png",
            .. new[]
            {
                $"http://127.0.0.1:{server.TrapPort}/", $"https://127.0.0.1:{server.TrapPort}/", $"http://localhost:{server.TrapPort}/",
                $"http://[::ffff:127.0.0.1]:{server.TrapPort}/", $"http://2130706433:{server.TrapPort}/", $"//127.0.0.1:{server.TrapPort}/",
                "http://169.254.169.254/latest/meta-data/", "https://moved.example/", $"gopher://127.0.0.1:{server.TrapPort}/_x", "file:///etc/passwd",
            }.Select(target => $"{server.Site}/?{Uri.EscapeDataString(target)}"),
        ];

        var avatars = await Task.WhenAll(inside.Select(url => OrderAsync(new { avatarUrl = url, theme = "neon-city" })));
        var callbacks = await Task.WhenAll(inside.Select(url => OrderAsync(new { avatarUrl = Fox, callbackUrl = url, theme = "neon-city" })));

        Assert.All(await Task.WhenAll(avatars.Select(EndAsync)), scene => Assert.NotEqual("ready", scene.GetProperty("status").GetString()));
        Assert.All(await Task.WhenAll(callbacks.Select(EndAsync)), scene => Assert.Equal("ready", scene.GetProperty("status").GetString()));
        await UntilAsync(() => server.SentOn >= inside.Length - 4 && server.Network.Asked.Count(name => name == "house.example") >= 2);
        Assert.False(server.IsSprung);
        Assert.DoesNotContain(server.Network.Called, IsInside);
        Assert.Contains($"{Public}:443", server.Network.Called);
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (!isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "What was waited for did not come.");
            await Task.Delay(20, Stop);
        }
    }

    private static void AreNamed(JsonElement problem, string url, params string[] fields)
        => Assert.All(fields, field => Assert.True(problem.GetProperty("errors").TryGetProperty(field, out _), $"{url}: {problem}"));

    /// <summary>But for the service itself, which has the good avatars here, and the one who is trusted.</summary>
    private bool IsInside(string called)
        => called != $"{Public}:443" && called != $"127.0.0.1:{server.Port}" && called != new Uri(server.Site).Authority;

    private async Task IsRefusedAsync(string path, object order, params string[] fields)
    {
        var (status, problem) = await server.AskAsync("POST", path, order, Key);

        Assert.True(status == 400, $"{order}: {status} {problem}");
        AreNamed(problem, $"{order}", fields);
    }

    private async Task<string> OrderAsync(object order)
    {
        var (status, scene) = await server.AskAsync("POST", "/api/scenes", order, Key);
        Assert.True(status == 202, $"{order}: {status} {scene}");
        return scene.GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> EndAsync(string id)
    {
        JsonElement scene = default;
        var since = TimeProvider.System.GetTimestamp();
        do
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"It does not end: {scene}");
            await Task.Delay(50, Stop);
            (_, scene) = await server.AskAsync("GET", $"/api/scenes/{id}", null, Key);
        }
        while (scene.GetProperty("status").GetString() is not ("ready" or "rolledBack" or "failed"));

        return scene;
    }
}
