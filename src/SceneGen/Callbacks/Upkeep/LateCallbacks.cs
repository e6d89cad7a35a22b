using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Messaging;

namespace SceneGen.Callbacks.Upkeep;

/// <summary>
/// Callbacks that should have been posted by now: their command was lost with a queue or a backup. Sent again, it does
/// nothing where the first one comes after all.
/// </summary>
internal sealed class LateCallbacks(SceneDbContext database, ISendEndpointProvider endpoints, TimeProvider time)
{
    private const int AtOnce = 200;
    private const int MostInPass = 5000;

    /// <summary>Longer than a command lies in a queue that is worked off.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Says how many there were; the latest first.</summary>
    public async Task<int> SendAgainAsync(CancellationToken cancellationToken)
    {
        var (all, sent) = (0, AtOnce);
        while (sent == AtOnce && all < MostInPass)
        {
            sent = await SendSomeAsync(cancellationToken);
            all += sent;
        }

        return all;
    }

    private async Task<int> SendSomeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var late = now - Late;
        var callbacks = await database.Callbacks
            .Where(callback => callback.State == CallbackState.Waiting && callback.NextAt < late)
            .OrderBy(callback => callback.NextAt)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var posting = await endpoints.GetSendEndpoint(Queues.PostCallback);
        foreach (var callback in callbacks)
        {
            // It has as long to be posted as it had at first.
            callback.NextAt = now;
            await posting.Send(
                new PostCallback { CallbackId = callback.Id, Tries = callback.Tries }, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        return callbacks.Count;
    }
}
