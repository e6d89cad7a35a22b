using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Sagas.Locking;

namespace SceneGen.Persistence.Sagas;

/// <summary>
/// Opens a saga repository over the scope's <typeparamref name="TDbContext"/> for each message. On PostgreSQL the message is
/// handled in a transaction that holds the saga's row. On SQLite concurrency is optimistic:
/// <see cref="ISagaVersion.Version"/> is the token, the loser's attempt throws <see cref="DbUpdateException"/>, and the
/// endpoint's retry runs it again on the winner's row.
/// </summary>
/// <typeparam name="TSaga">The saga, mapped in the context.</typeparam>
/// <typeparam name="TDbContext">The context that holds its rows.</typeparam>
public sealed class SagaRepositoryContextFactory<TSaga, TDbContext>(
    TDbContext database, ISagaConsumeContextFactory<TDbContext, TSaga> consumeContexts)
    : ISagaRepositoryContextFactory<TSaga>,
      IQuerySagaRepositoryContextFactory<TSaga>,
      ILoadSagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISagaVersion
    where TDbContext : DbContext
{
    /// <inheritdoc />
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class
        => InOneTransactionAsync(
            locks => next.Send(
                new SagaRepositoryMessageContext<TSaga, TDbContext, T>(context, database, locks, consumeContexts)),
            context);

    /// <inheritdoc />
    public Task SendQuery<T>(
        ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class
        => InOneTransactionAsync(
            async locks =>
            {
                var ids = await locks.FindAsync(database, query.FilterExpression, context.CancellationToken);
                var repository = new SagaRepositoryMessageContext<TSaga, TDbContext, T>(
                    context, database, locks, consumeContexts);
                await next.Send(new DefaultSagaRepositoryQueryContext<TSaga, T>(repository, ids));
            },
            context);

    /// <inheritdoc />
    public Task<T> Execute<T>(
        Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class
        => asyncMethod(new SagaRepositoryReadContext<TSaga, TDbContext>(database, cancellationToken));

    /// <inheritdoc />
    public Task<T> Execute<T>(
        Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken = default)
        where T : class
        => asyncMethod(new SagaRepositoryReadContext<TSaga, TDbContext>(database, cancellationToken));

    /// <inheritdoc />
    public void Probe(ProbeContext context)
    {
        var scope = context.CreateScope("sagaRepository");
        var concurrency = SagaLocks.Of(database).IsPessimistic ? "pessimistic" : "optimistic";
        scope.Set(new { Persistence = "entityFramework", Concurrency = concurrency });
    }

    private async Task InOneTransactionAsync(Func<ISagaLock, Task> handle, ConsumeContext context)
    {
        var (locks, cancellationToken) = (SagaLocks.Of(database), context.CancellationToken);
        if (context.TryGetPayload<IOutboxUnitContext>(out _))
        {
            // Whoever opened the unit of work commits it, with what the saga sends.
            await locks.BeginAsync(database, cancellationToken);
            await handle(locks);
            return;
        }

        try
        {
            await using var transaction = await locks.BeginAsync(database, cancellationToken);
            await handle(locks);
            if (transaction is not null)
            {
                await transaction.CommitAsync(cancellationToken);
            }
        }
        catch
        {
            // The next attempt may share this context, and has to read what is stored.
            database.ChangeTracker.Clear();
            throw;
        }
    }
}
