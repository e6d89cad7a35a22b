using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Callbacks.Upkeep;

/// <summary>Scenes with callbacks as a database may hold them, and nobody who would post them.</summary>
internal sealed class UpkeepHarness : IAsyncDisposable
{
    private readonly TimedSceneHarness _scenes = new();

    private UpkeepHarness(CallbackReceiver receiver)
    {
        Receiver = receiver;
        _scenes.Callbacks.Secret = CallbackReceiver.Secret;
    }

    public TimedSceneHarness Scenes => _scenes;

    public CallbackReceiver Receiver { get; }

    public static async Task<UpkeepHarness> StartAsync()
    {
        var harness = new UpkeepHarness(await CallbackReceiver.StartAsync());
        await harness._scenes.InitializeAsync();
        return harness;
    }

    public async Task<Guid> AddSceneAsync(string state, Action<SceneState>? change = null)
    {
        var scene = A.SceneIn(state);
        (scene.CallbackUrl, scene.StateEnteredAt) = (Receiver.Url, _scenes.Now - TimeSpan.FromHours(1));
        change?.Invoke(scene);
        await _scenes.AddAsync(scene);
        return scene.CorrelationId;
    }

    /// <summary>Waiting, with no command that would post it.</summary>
    public Task AddCallbackAsync(Guid scene, DateTimeOffset next)
        => _scenes.InDatabaseAsync(database =>
        {
            var canceled = new SceneCanceled { SceneId = scene, SessionId = "session-1", AvatarId = Guid.NewGuid(), At = next };
            database.Add(SceneCallback.Of(scene, canceled, next, next));
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    public async Task<int> DoAsync<TService>(Func<TService, Task<int>> work)
        where TService : notnull
    {
        await using var scope = _scenes.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<List<SceneCallback>> ListAsync(Guid scene)
        => _scenes.InDatabaseAsync(database => database.Callbacks.AsNoTracking()
            .Where(callback => callback.SceneId == scene)
            .ToListAsync(TestContext.Current.CancellationToken));

    /// <summary>All of the scene's, one at least.</summary>
    public Task AreTakenAsync(Guid scene)
        => _scenes.UntilAsync(async () => await ListAsync(scene) is { Count: > 0 } callbacks
            && callbacks.TrueForAll(callback => callback.State is CallbackState.Taken));

    public async ValueTask DisposeAsync()
    {
        await Receiver.DisposeAsync();
        await _scenes.DisposeAsync();
    }
}
