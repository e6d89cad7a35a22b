using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_session_names_a_callback : IAsyncLifetime
{
    private const string Url = "http://127.0.0.1:1/hook";

    private static readonly object Wish =
        new { avatarUrl = "http://127.0.0.1:1/fox.png", theme = "neon-city", callbackUrl = Url };
    private static readonly (string Name, string Value) MainApplication = AccessServer.Bearer(KeyedServer.Scenes);

    private readonly AccessServer _server = new(
        new Dictionary<string, string?>(AccessServer.KeySettings(("main-application", KeyedServer.Scenes, "scenes")))
        {
            ["Callbacks:Secret"] = CallbackReceiver.Secret,
        });

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task a_browser_is_refused()
    {
        var (browser, _) = await _server.BrowseAsync();

        await IsRefusedAsync("/api/scenes", Wish, browser, problem => problem);
    }

    [Fact]
    public async Task in_a_batch_too()
    {
        var (browser, _) = await _server.BrowseAsync();

        await IsRefusedAsync(
            "/api/scenes/batch",
            new { scenes = new[] { Wish } },
            browser,
            answer => answer.GetProperty("items")[0].GetProperty("problem"));
    }

    [Fact]
    public async Task so_is_a_token()
    {
        var (_, made) = await _server.AskAsync("POST", "/api/sessions", new { sessionId = "session-1" }, MainApplication);

        await IsRefusedAsync(
            "/api/scenes", Wish, [AccessServer.Bearer(made.GetProperty("token").GetString()!)], problem => problem);
    }

    [Fact]
    public async Task a_key_may()
    {
        var (status, scene) = await _server.AskAsync("POST", "/api/scenes", Wish, MainApplication);

        Assert.Equal(202, status);
        Assert.Equal((Url, "main-application"), await CallbackOfAsync(scene));
    }

    [Fact]
    public async Task a_key_may_in_a_batch_too_and_each_scene_knows_who_it_was()
    {
        var (_, answer) = await _server.AskAsync(
            "POST", "/api/scenes/batch", new { scenes = new[] { Wish, Wish } }, MainApplication);

        foreach (var item in answer.GetProperty("items").EnumerateArray())
        {
            Assert.Equal((Url, "main-application"), await CallbackOfAsync(item.GetProperty("scene")));
        }
    }

    private async Task IsRefusedAsync(
        string path, object body, (string Name, string Value)[] caller, Func<JsonElement, JsonElement> problemIn)
    {
        var (_, answer) = await _server.AskAsync("POST", path, body, caller);

        Assert.Equal(400, problemIn(answer).GetProperty("status").GetInt32());
        Assert.Contains(
            "API key", $"{problemIn(answer).GetProperty("errors").GetProperty("callbackUrl")}", StringComparison.Ordinal);
    }

    private async Task<(string?, string?)> CallbackOfAsync(JsonElement resource)
    {
        var id = resource.GetProperty("id").GetGuid();
        await using var scope = _server.Services.CreateAsyncScope();
        var scene = await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Scenes.AsNoTracking()
            .SingleAsync(scene => scene.CorrelationId == id, TestContext.Current.CancellationToken);
        return (scene.CallbackUrl, scene.CallbackCaller);
    }
}
