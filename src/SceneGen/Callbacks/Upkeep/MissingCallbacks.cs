using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks.Messages;
using SceneGen.Data;
using SceneGen.Data.Retention;
using SceneGen.Messaging;
using SceneGen.Scenes;

namespace SceneGen.Callbacks.Upkeep;

/// <summary>
/// Scenes that have a callback and were ended, or deleted, by an instance of the version before callbacks: it knew nothing
/// of them.
/// </summary>
internal sealed class MissingCallbacks(
    SceneDbContext database,
    ISendEndpointProvider endpoints,
    SceneStateMachine machine,
    IOptions<RetentionOptions> retention,
    TimeProvider time)
{
    private const int AtOnce = 200;

    /// <summary>Longer than two versions are beside each other.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>Longer than a transaction takes.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Says how many ends are posted after all; a pass takes a few hundred of each sort.</summary>
    public async Task<int> AddAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var posting = await endpoints.GetSendEndpoint(Queues.PostCallback);
        var added = 0;
        foreach (var (state, types) in RetoldEnd.Types)
        {
            foreach (var scene in await UntoldAsync(state, types, now, cancellationToken))
            {
                var callback = RetoldEnd.Of(scene, machine.Links, now);
                database.Add(callback);
                await posting.Send(new PostCallback { CallbackId = callback.Id, Tries = 0 }, cancellationToken);
                added++;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return added;
    }

    /// <summary>Takes from deleted scenes what is left of their callbacks; says of how many.</summary>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var erased = await database.Scenes
            .Where(scene => scene.CallbackUrl != null && scene.ErasedAt != null)
            .Select(scene => scene.CorrelationId)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        await database.Callbacks
            .Where(callback => erased.Contains(callback.SceneId))
            .ExecuteDeleteAsync(cancellationToken);
        return await database.Scenes
            .Where(scene => erased.Contains(scene.CorrelationId) && scene.ErasedAt != null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(scene => scene.CallbackUrl, (string?)null).SetProperty(scene => scene.CallbackCaller, (string?)null),
                cancellationToken);
    }

    /// <summary>Older ones may have been told of, and the callback forgotten since.</summary>
    private Task<List<SceneState>> UntoldAsync(
        string state, string[] types, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kept = retention.Value.Callbacks / 2;
        var (from, to) = (now - (kept < Recent ? kept : Recent), now - Settled);
        return database.Scenes.AsNoTracking()
            .Where(scene => scene.CallbackUrl != null && scene.ErasedAt == null)
            .Where(scene => scene.StateEnteredAt > from && scene.StateEnteredAt < to && scene.CurrentState == state)
            .Where(scene => !database.Callbacks.Any(
                callback => callback.SceneId == scene.CorrelationId && types.Contains(callback.Type)))
            .OrderBy(scene => scene.StateEnteredAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }
}
