using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Generation;

/// <summary>Has scenes wait for the pictures that a test buys for them, as the saga has when it sends its command.</summary>
internal sealed class WaitingScenes(GenerationHarness buyer)
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    /// <summary>A scene that is there already is as it was when this returns.</summary>
    public async Task<T> WhileAsync<T>(GenerateScene order, Func<Task<T>> work)
    {
        var before = await AddAsync(order) ?? await FindAsync(order.SceneId);
        await PutAsync(order.SceneId, new Place("Submitting", order.Run, order.Attempt));
        try
        {
            return await work();
        }
        finally
        {
            await PutAsync(order.SceneId, before);
        }
    }

    /// <summary>Null where the scene is there already.</summary>
    private Task<Place?> AddAsync(GenerateScene order)
    {
        var scene = A.SceneIn("Submitting");
        (scene.CorrelationId, scene.Run, scene.Attempt) = (order.SceneId, order.Run, order.Attempt);
        return buyer.InDatabaseAsync(async database
            => await database.TryAddAsync(scene, known => known.CorrelationId == order.SceneId, Canceled)
                ? new Place(scene.CurrentState, scene.Run, scene.Attempt)
                : null);
    }

    private Task<Place> FindAsync(Guid sceneId)
        => buyer.InDatabaseAsync(database => database.Scenes
            .Where(scene => scene.CorrelationId == sceneId)
            .Select(scene => new Place(scene.CurrentState, scene.Run, scene.Attempt))
            .SingleAsync(Canceled));

    private Task<int> PutAsync(Guid sceneId, Place place)
        => buyer.InDatabaseAsync(database => database.Scenes
            .Where(scene => scene.CorrelationId == sceneId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(scene => scene.CurrentState, place.State)
                    .SetProperty(scene => scene.Run, place.Run)
                    .SetProperty(scene => scene.Attempt, place.Attempt),
                Canceled));

    private sealed record Place(string State, int Run, int Attempt);
}
