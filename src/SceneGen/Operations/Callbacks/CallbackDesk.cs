using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Operations.Audit;
using SceneGen.Persistence.Scheduling;

namespace SceneGen.Operations.Callbacks;

/// <summary>What became of callbacks, for the operator to see and to have posted again.</summary>
internal sealed class CallbackDesk(
    SceneDbContext database,
    ISendEndpointProvider endpoints,
    PendingTimers<SceneDbContext> timers,
    OperatorAudit audit,
    TimeProvider time)
{
    /// <summary>With one order.</summary>
    public const int MostReplayed = 500;

    /// <summary>The newest first.</summary>
    public Task<List<SceneCallback>> ListAsync(
        CallbackChoice choice, Guid? before, int count, CancellationToken cancellationToken)
        => Of(choice).AsNoTracking()
            .Where(callback => before == null || callback.Id < before)
            .OrderByDescending(callback => callback.Id)
            .Take(count)
            .ToListAsync(cancellationToken);

    public Task<int> CountAsync(CallbackChoice choice, CancellationToken cancellationToken)
        => Of(choice).CountAsync(cancellationToken);

    /// <summary>Says which are begun again, under their old ids; the oldest first.</summary>
    /// <param name="order">By whom, and why.</param>
    /// <param name="choice">Of which.</param>
    /// <param name="after">The last one that an order before this one has begun again.</param>
    /// <param name="cancellationToken">Of the caller.</param>
    public async Task<Replayed> ReplayAsync(
        OperatorOrder order, CallbackChoice choice, Guid? after, CancellationToken cancellationToken)
    {
        var replayed = await audit.DoAsync(
            order,
            () => BeginAgainAsync(choice, after, cancellationToken),
            begun => begun.Count > 0 ? OperatorAction.Done : OperatorAction.Unchanged,
            cancellationToken);

        // They are due since the commit.
        timers.Ring();
        return replayed;
    }

    /// <summary>A command that still waits for its time is of no use then, for the one sent here comes before it.</summary>
    private async Task<Replayed> BeginAgainAsync(CallbackChoice choice, Guid? after, CancellationToken cancellationToken)
    {
        // One more tells whether others are left.
        var found = await Of(choice)
            .Where(callback => after == null || callback.Id > after)
            .OrderBy(callback => callback.Id)
            .Take(MostReplayed + 1)
            .ToListAsync(cancellationToken);
        var posting = await endpoints.GetSendEndpoint(Queues.PostCallback);
        var callbacks = found.Take(MostReplayed).ToList();
        foreach (var callback in callbacks)
        {
            if (callback.State is CallbackState.Waiting)
            {
                // It may be posted at this moment: what comes of that does not count any more.
                callback.Tries++;
            }

            (callback.State, callback.Misses, callback.NextAt) = (CallbackState.Waiting, 0, time.GetUtcNow());
            await posting.Send(
                new PostCallback { CallbackId = callback.Id, Tries = callback.Tries }, cancellationToken);
        }

        return new Replayed(callbacks.Count, found.Count > callbacks.Count ? callbacks[^1].Id : null);
    }

    private IQueryable<SceneCallback> Of(CallbackChoice choice)
    {
        var (id, state, sceneId) = (choice.Id, choice.State, choice.SceneId);
        var (from, to) = (choice.From, choice.To);
        return database.Callbacks
            .Where(callback => id == null || callback.Id == id)
            .Where(callback => state == null || callback.State == state)
            .Where(callback => sceneId == null || callback.SceneId == sceneId)
            .Where(callback => from == null || callback.CreatedAt >= from)
            .Where(callback => to == null || callback.CreatedAt < to);
    }
}
