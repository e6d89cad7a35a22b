using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Replicate;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Tests.Web.Scenes.Live;

/// <summary>The whole service on a free port. The test moves its scenes, as another instance would or this one.</summary>
internal sealed class LiveService(string database, params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private readonly TestFolder _pictures = new();
    private WebApplication _app = null!;

    /// <summary>What the test wants otherwise, after all else is registered.</summary>
    public Action<WebApplicationBuilder>? Alter { get; init; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 10_000 });

    public IServiceProvider Services => _app.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<LiveService> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var (key, value) in ReplicateCaller.Settings("http://127.0.0.1:1/v1"))
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["ConnectionStrings:Database"] = database;
        builder.Configuration["Storage:Path"] = _pictures.Root;
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.AddSceneGen();
        builder.Logging.ClearProviders();
        Alter?.Invoke(builder);
        _app = builder.Build();
        _app.UseSceneGen();
        await _app.StartAsync(Stop);
        Http.BaseAddress = new Uri(_app.Urls.Single());
        return this;
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _pictures.Dispose();
    }

    public async Task<SceneState> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        scene.NoteTransition(scene.CreatedAt);
        await WithDatabaseAsync(async database =>
        {
            database.Add(scene);
            await database.SaveChangesAsync(Stop);
        });
        return scene;
    }

    /// <summary>Commits the change; without a word the others, and this one, have to see it by themselves.</summary>
    public async Task ChangeAsync(Guid id, Action<SceneState, DateTimeOffset> change, bool isTold = true)
    {
        var sequence = 0;
        await WithDatabaseAsync(async database =>
        {
            var scene = await database.Scenes.SingleAsync(row => row.CorrelationId == id, Stop);
            change(scene, scene.UpdatedAt.AddSeconds(1));
            scene.Version++;
            sequence = scene.TimelineSequence;
            await database.SaveChangesAsync(Stop);
        });
        if (isTold)
        {
            Services.GetRequiredService<SceneChanges>().Tell(id, sequence);
        }
    }

    public Task EnterAsync(Guid id, string state, bool isTold = true)
        => ChangeAsync(
            id,
            (scene, now) =>
            {
                scene.CurrentState = state;
                scene.NoteTransition(now);
            },
            isTold);

    /// <summary>Returns when so many watch scenes, or wait for one.</summary>
    public async Task IsWatchedAsync(int watchers = 1)
    {
        while (Services.GetRequiredService<WatcherSeats>().Taken < watchers)
        {
            await Task.Delay(10, Stop);
        }
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    public async Task<EventReader> WatchAsync(Guid scene, int? after = null, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/scenes/{scene}/events");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
        if (after is { } sequence)
        {
            request.Headers.Add("Last-Event-ID", $"{sequence}");
        }

        return new EventReader(await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop));
    }

    private async Task WithDatabaseAsync(Func<SceneDbContext, Task> use)
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
