using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Sessions;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Tests.Web.Access;

public sealed class When_a_browser_has_a_session(KeyedServer server) : IClassFixture<KeyedServer>
{
    private static readonly object Wish = new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city" };

    [Fact]
    public async Task its_cookie_is_for_nobody_else()
    {
        using var page = await server.SendAsync("GET", "/");

        var given = page.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("scenegen_session=", given, StringComparison.Ordinal);
        Assert.All(
            ["httponly", "samesite=lax", "path=/", "max-age=15552000"],
            word => Assert.Contains(word, given, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("secure", given, StringComparison.OrdinalIgnoreCase);
        Assert.True(page.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Fact]
    public async Task it_keeps_it()
    {
        var (browser, _) = await server.BrowseAsync();

        using var again = await server.SendAsync("GET", "/", null, browser);

        Assert.Null(AccessServer.CookieIn(again, "scenegen_session"));
    }

    [Fact]
    public async Task what_it_makes_is_its_own_and_there_for_nobody_else()
    {
        var (browser, session) = await server.BrowseAsync();
        var (other, _) = await server.BrowseAsync();

        var (status, scene) = await server.AskAsync("POST", "/api/scenes", Wish, browser);
        var id = scene.GetProperty("id").GetString();

        Assert.Equal((202, session), (status, scene.GetProperty("sessionId").GetString()));
        Assert.Equal([id], await IdsAsync("/api/scenes", browser));
        Assert.Empty(await IdsAsync("/api/scenes", other));
        Assert.Equal([id], await IdsAsync($"/api/scenes?sessionId={session}", AccessServer.Bearer(KeyedServer.Scenes)));
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes/{id}", null, browser));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/timeline")]
    [InlineData("GET", "/events")]
    [InlineData("PUT", "/theme")]
    [InlineData("POST", "/retry")]
    [InlineData("DELETE", "")]
    public async Task anothers_scene_is_not_there_and_stays_as_it_was(string method, string path)
    {
        var (browser, _) = await server.BrowseAsync();
        var scene = await server.AddSceneAsync("session-1");
        var body = method is "PUT" ? new { theme = "neon-city" } : null;

        var (status, problem) = await server.AskAsync(method, $"/api/scenes/{scene}{path}", body, browser);

        Assert.Equal((404, "scene_unknown"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(
            "failed",
            (await server.AskAsync("GET", $"/api/scenes/{scene}", null, AccessServer.Bearer(KeyedServer.Scenes)))
                .Body.GetProperty("status").GetString());
    }

    [Fact]
    public async Task a_scenes_id_that_exists_is_told_only_to_its_owner()
    {
        var (browser, session) = await server.BrowseAsync();
        var own = await server.AddSceneAsync(session);
        var foreign = await server.AddSceneAsync("session-1");

        Assert.Equal(409, await server.StatusAsync("POST", "/api/scenes", Named(own), browser));
        Assert.Equal(404, await server.StatusAsync("POST", "/api/scenes", Named(foreign), browser));
        Assert.Equal(409, await server.StatusAsync("POST", "/api/scenes", Named(foreign), AccessServer.Bearer(KeyedServer.Scenes)));
    }

    [Fact]
    public async Task it_cannot_act_for_another()
    {
        var (browser, session) = await server.BrowseAsync();
        var wish = new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", sessionId = "session-1" };

        var (status, problem) = await server.AskAsync("POST", "/api/scenes", wish, browser);

        Assert.Equal((403, "session_foreign"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(403, await server.StatusAsync("GET", "/api/scenes?sessionId=session-1", null, browser));
        Assert.Equal(200, await server.StatusAsync("GET", $"/api/scenes?sessionId={session}", null, browser));
    }

    [Fact]
    public async Task it_names_no_avatar_of_another()
    {
        var (owner, _) = await server.BrowseAsync();
        var (other, _) = await server.BrowseAsync();
        var avatar = Guid.CreateVersion7();
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", Of(avatar), owner));

        var (status, problem) = await server.AskAsync("POST", "/api/scenes", Of(avatar), other);
        var (_, batch) = await server.AskAsync("POST", "/api/scenes/batch", new { scenes = new[] { Of(avatar) } }, other);

        Assert.Equal((404, "avatar_unknown"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(404, batch.GetProperty("items")[0].GetProperty("status").GetInt32());
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", Of(avatar), owner));
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", Of(avatar), AccessServer.Bearer(KeyedServer.Scenes)));
    }

    [Fact]
    public async Task it_still_has_an_avatar_whose_only_scene_it_has_deleted()
    {
        var (owner, _) = await server.BrowseAsync();
        var (other, _) = await server.BrowseAsync();
        var avatar = Guid.CreateVersion7();
        var (_, scene) = await server.AskAsync("POST", "/api/scenes", Of(avatar), owner);
        var path = $"/api/scenes/{scene.GetProperty("id").GetString()}";
        Assert.Equal(202, await server.StatusAsync("DELETE", path, null, owner));
        Assert.Equal(204, await server.StatusAsync("DELETE", path, null, owner));

        Assert.Equal((410, 404), (await server.StatusAsync("GET", path, null, owner), await server.StatusAsync("GET", path, null, other)));
        Assert.Equal(404, await server.StatusAsync("POST", "/api/scenes", Of(avatar), other));
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", Of(avatar), owner));
    }

    [Fact]
    public async Task of_two_that_name_a_new_avatar_at_once_one_has_it()
    {
        var (one, _) = await server.BrowseAsync();
        var (other, _) = await server.BrowseAsync();
        var avatar = Guid.CreateVersion7();

        var answers = await Task.WhenAll(
            server.StatusAsync("POST", "/api/scenes", Of(avatar), one),
            server.StatusAsync("POST", "/api/scenes", Of(avatar), other));

        Assert.Equal([202, 404], answers.Order());
    }

    [Fact]
    public async Task it_takes_no_id_that_another_avatars_scene_will_have()
    {
        var (browser, _) = await server.BrowseAsync();
        var derived = Named(SceneIds.Named(Guid.CreateVersion7().ToString("D")));

        var (status, problem) = await server.AskAsync("POST", "/api/scenes", derived, browser);
        var (_, batch) = await server.AskAsync("POST", "/api/scenes/batch", new { scenes = new[] { derived } }, browser);

        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("sceneId", out _));
        Assert.Equal(400, batch.GetProperty("items")[0].GetProperty("status").GetInt32());
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", Named(Guid.CreateVersion7()), browser));
        Assert.Equal(202, await server.StatusAsync("POST", "/api/scenes", derived, AccessServer.Bearer(KeyedServer.Scenes)));
    }

    [Theory]
    [InlineData("scenegen_session=nobody")]
    [InlineData("scenegen_session=")]
    [InlineData("scenegen_session=CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("scenegen_session={cut}")]
    [InlineData("scenegen_session={changed}")]
    [InlineData("scenegen_session={token}")]
    [InlineData("scenegen_session={operator}")]
    public async Task a_cookie_that_was_not_made_for_it_is_none(string cookie)
    {
        var seal = server.Services.GetRequiredService<SessionSeal>();
        var good = seal.MakeCookie("session-1");
        var forged = server.Browser(cookie
            .Replace("{cut}", good[..^1], StringComparison.Ordinal)
            .Replace("{changed}", good[..40] + (good[40] == 'A' ? 'B' : 'A') + good[41..], StringComparison.Ordinal)
            .Replace("{token}", seal.MakeToken("session-1"), StringComparison.Ordinal)
            .Replace("{operator}", seal.MakeOperator("session-1"), StringComparison.Ordinal));

        using var page = await server.SendAsync("GET", "/", null, forged);

        Assert.Equal(401, await server.StatusAsync("GET", "/api/scenes", null, forged));
        Assert.NotNull(AccessServer.CookieIn(page, "scenegen_session"));
        Assert.Equal(200, await server.StatusAsync("GET", "/api/scenes", null, server.Browser($"scenegen_session={good}")));
    }

    private static object Of(Guid avatarId) => new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", avatarId };

    private static object Named(Guid sceneId) => new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", sceneId };

    private async Task<List<string?>> IdsAsync(string path, params (string Name, string Value)[] headers)
        => [.. (await server.AskAsync("GET", path, null, headers)).Body.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("id").GetString())];
}
