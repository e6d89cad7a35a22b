using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks.Passes;

public sealed class When_two_passes_are_shown(AttackedServer server) : Attack(server)
{
    private const string Session = "scenegen_session";

    private SessionSeal Seal => Server.Services.GetRequiredService<SessionSeal>();

    /// <summary>Whichever counts, the caller is one session in everything, and never both.</summary>
    [Theory]
    [InlineData("one", "other")]
    [InlineData("other", "one")]
    public async Task the_caller_is_one_session(string first, string second)
    {
        var scenes = new Dictionary<string, Guid> { ["one"] = await Server.AddSceneAsync("one"), ["other"] = await Server.AddSceneAsync("other") };
        var both = Cookies(Seal.MakeCookie(first), Seal.MakeCookie(second));

        var who = (await Server.AskAsync("GET", "/api/sessions/current", null, both)).Body.GetProperty("sessionId").GetString()!;
        var (_, list) = await Server.AskAsync("GET", "/api/scenes?limit=200", null, both);

        Assert.Contains(who, scenes.Keys);
        Assert.All(list.GetProperty("items").EnumerateArray(), item => Assert.Equal(who, item.GetProperty("sessionId").GetString()));
        foreach (var (session, scene) in scenes)
        {
            Assert.Equal(session == who ? 200 : 404, await Server.StatusAsync("GET", $"/api/scenes/{scene}", null, both));
        }
    }

    /// <summary>As two headers they are no more than as one.</summary>
    [Fact]
    public async Task a_forged_one_takes_nothing_from_a_good_one_and_adds_nothing()
    {
        var scene = await Server.AddSceneAsync("good");
        var good = Seal.MakeCookie("good");
        var forged = good[..^4] + "AAAA";

        foreach (var cookies in ((string, string)[][])[Cookies(good, forged), Cookies(forged, good), [.. Cookies(good), .. Cookies(forged)], [.. Cookies(forged), .. Cookies(good)]])
        {
            Assert.Contains(await Server.StatusAsync("GET", $"/api/scenes/{scene}", null, cookies), (int[])[200, 401]);
            Assert.Contains(await Server.StatusAsync("GET", "/api/ops/gates", null, cookies), (int[])[401, 403]);
        }

        Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, Cookies(forged, forged)));
    }

    /// <summary>What is sent on purpose counts, and what the browser adds does not mend it.</summary>
    [Fact]
    public async Task a_cookie_does_not_stand_in_for_a_wrong_token()
    {
        (string, string)[] cookie = Cookies(Seal.MakeCookie("good"));

        foreach (var token in (string[])["x", Seal.MakeCookie("good"), Seal.MakeOperator("good"), ""])
        {
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, [.. cookie, ("Authorization", $"Bearer {token}")]));
        }

        Assert.Equal(200, await Server.StatusAsync("GET", "/api/scenes", null, [.. cookie, AccessServer.Bearer(Seal.MakeToken("good"))]));
    }

    /// <summary>Signed with the same keys, and for something else; and for the same with keys of another service.</summary>
    [Fact]
    public async Task what_another_service_signed_is_none()
    {
        var said = $"{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()} victim";
        var own = Server.Services.GetRequiredService<IDataProtectionProvider>();
        var foreign = new EphemeralDataProtectionProvider();
        string[] signed =
        [
            own.CreateProtector("Other.Session.Cookie").Protect(said),
            own.CreateProtector("SceneGen.Session").Protect(said),
            own.CreateProtector("SceneGen.Session.Cookie", "v2").Protect(said),
            own.CreateProtector("Microsoft.AspNetCore.Antiforgery.AntiforgeryToken.v1").Protect(said),
            foreign.CreateProtector("SceneGen.Session.Cookie").Protect(said),
            foreign.CreateProtector("SceneGen.Session.Token").Protect(said),
        ];

        Assert.Equal(200, await Server.StatusAsync("GET", "/api/scenes", null, Cookies(own.CreateProtector("SceneGen.Session.Cookie").Protect(said))));
        foreach (var pass in signed)
        {
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, Cookies(pass)));
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/scenes", null, AccessServer.Bearer(pass)));
            Assert.Equal(401, await Server.StatusAsync("GET", "/api/ops/gates", null, ("Cookie", $"scenegen_operator={pass}")));
        }
    }

    private static (string Name, string Value)[] Cookies(params string[] passes)
        => [("Cookie", string.Join("; ", passes.Select(pass => $"{Session}={pass}")))];
}
