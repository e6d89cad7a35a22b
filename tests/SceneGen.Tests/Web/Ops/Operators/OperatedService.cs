using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Web.Ops.Operators;

/// <summary>The whole service on a free port; its provider is away, so what scenes send comes to nothing.</summary>
public sealed class OperatedService : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _pictures = new();
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    internal IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1"))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = _database.ConnectionString;
        builder.Configuration["Storage:Path"] = _pictures.Root;
        builder.Configuration["Fetching:TrustedHosts:0"] = "127.0.0.1:1";
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.AddSceneGen();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.UseSceneGen();
        await _app.StartAsync(Stop);
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        _pictures.Dispose();
    }

    public async Task<(int Status, JsonElement Body)> GetAsync(string path)
        => await ReadAsync(await _client.GetAsync(path, Stop));

    public async Task<(int Status, JsonElement Body)> PostAsync(string path, object body, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await ReadAsync(await _client.SendAsync(request, Stop));
    }

    public async Task<(int Status, JsonElement Body)> PostNothingAsync(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (language is not null)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        }

        return await ReadAsync(await _client.SendAsync(request, Stop));
    }

    /// <summary>A scene as its row is in this state, the avatar where nobody answers.</summary>
    public async Task<SceneState> AddAsync(string state, Action<SceneState>? change = null)
    {
        var scene = A.SceneIn(state);
        scene.AvatarUrl = "http://127.0.0.1:1/fox.png";
        change?.Invoke(scene);
        await WithAsync(async database =>
        {
            database.Add(scene);
            await database.SaveChangesAsync(Stop);
        });
        return scene;
    }

    public async Task ReachesAsync(Guid scene, string state)
    {
        var since = TimeProvider.System.GetTimestamp();
        JsonElement shown;
        do
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"The scene did not become {state}.");
            shown = (await GetAsync($"/api/ops/scenes/{scene}")).Body;
        }
        while (shown.GetProperty("scene").GetProperty("state").GetString() != state);
    }

    internal async Task WithAsync(Func<SceneDbContext, Task> use)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    private static async Task<(int Status, JsonElement Body)> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Stop));
        }
    }
}
