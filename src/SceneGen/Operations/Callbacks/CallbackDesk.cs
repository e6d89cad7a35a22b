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

    /// <summary>Says how many are begun again, under their old ids; the oldest first.</summary>
    public async Task<int> ReplayAsync(OperatorOrder order, CallbackChoice choice, CancellationToken cancellationToken)
    {
        var replayed = await audit.DoAsync(
            order,
            () => BeginAgainAsync(choice, cancellationToken),
            count => count > 0 ? OperatorAction.Done : OperatorAction.Unchanged,
            cancellationToken);

        // They are due since the commit.
        timers.Ring();
        return replayed;
    }

    /// <summary>A command that still waits for its time is of no use then, for the one sent here comes before it.</summary>
    private async Task<int> BeginAgainAsync(CallbackChoice choice, CancellationToken cancellationToken)
    {
        var callbacks = await Of(choice)
            .OrderBy(callback => callback.Id)
            .Take(MostReplayed)
            .ToListAsync(cancellationToken);
        var posting = await endpoints.GetSendEndpoint(Queues.PostCallback);
        foreach (var callback in callbacks)
        {
            (callback.State, callback.Misses, callback.NextAt) = (CallbackState.Waiting, 0, time.GetUtcNow());
            await posting.Send(
                new PostCallback { CallbackId = callback.Id, Tries = callback.Tries }, cancellationToken);
        }

        return callbacks.Count;
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
