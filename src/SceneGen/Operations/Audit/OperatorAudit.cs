using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Operations.Audit;

/// <summary>Records what operators do, in the transaction in which it is done.</summary>
internal sealed class OperatorAudit(SceneDbContext database, TimeProvider time)
{
    public Task<OperatorAction?> FindAsync(Guid key, CancellationToken cancellationToken)
        => database.OperatorActions.AsNoTracking().SingleOrDefaultAsync(action => action.Key == key, cancellationToken);

    /// <summary>The last that was done to this scene in this way.</summary>
    public Task<OperatorAction?> FindLastAsync(Guid sceneId, string action, CancellationToken cancellationToken)
        => OfScene(sceneId).Where(one => one.Action == action).FirstOrDefaultAsync(cancellationToken);

    public Task<List<OperatorAction>> ListAsync(Guid? sceneId, long? after, int count, CancellationToken cancellationToken)
    {
        var actions = sceneId is { } id ? OfScene(id) : Newest();
        return actions.Where(action => after == null || action.Id < after).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// For what is done by statements of this scope's database. They are committed with the record, or neither is.
    /// </summary>
    public async Task<T> DoAsync<T>(
        OperatorOrder order, Func<Task<T>> work, Func<T, string> outcomeOf, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var result = await work();
        database.Add(OperatorAction.Of(order, time.GetUtcNow(), outcomeOf(result)));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>
    /// For what takes longer than a transaction may: recorded before it begins, and again when it is over. Work that says
    /// null was not done, and is not recorded. What the same order has left when it was cut short is taken over.
    /// </summary>
    public async Task<(OperatorAction Action, T Result)?> DoAtLengthAsync<T>(
        OperatorOrder order, Func<CancellationToken, Task<T?>> work, CancellationToken cancellationToken)
        where T : class
    {
        var earlier = await database.OperatorActions
            .SingleOrDefaultAsync(action => action.Key == order.Key, cancellationToken);
        var action = earlier?.Again(order, time.GetUtcNow()) ?? await BeginAsync(order, cancellationToken);
        action.Outcome = OperatorAction.Failed;
        try
        {
            if (await work(cancellationToken) is { } result)
            {
                action.Outcome = OperatorAction.Done;
                return (action, result);
            }

            // An earlier record may be of the one who is at it.
            database.Entry(action).State = earlier is null ? EntityState.Deleted : EntityState.Unchanged;
            return null;
        }
        finally
        {
            // Also where the caller has gone meanwhile.
            await database.SaveChangesAsync(CancellationToken.None);
        }
    }

    private async Task<OperatorAction> BeginAsync(OperatorOrder order, CancellationToken cancellationToken)
    {
        var action = OperatorAction.Of(order, time.GetUtcNow(), OperatorAction.Begun);
        database.Add(action);
        await database.SaveChangesAsync(cancellationToken);
        return action;
    }

    private IQueryable<OperatorAction> OfScene(Guid sceneId)
    {
        var target = sceneId.ToString();
        return Newest().Where(
            action => action.TargetKind == OperatorActions.OfScenes && action.TargetId == target);
    }

    private IQueryable<OperatorAction> Newest()
        => database.OperatorActions.AsNoTracking().OrderByDescending(action => action.Id);
}
