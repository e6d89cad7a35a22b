using MassTransit;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Sagas;

/// <summary>
/// Opens a saga repository over the scope's <typeparamref name="TDbContext"/> for each message. Concurrency is
/// optimistic: <see cref="ISagaVersion.Version"/> is the token, the loser's attempt throws
/// <see cref="DbUpdateException"/>, and the endpoint's retry runs it again on the winner's row.
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
        => next.Send(new SagaRepositoryMessageContext<TSaga, TDbContext, T>(context, database, consumeContexts));

    /// <inheritdoc />
    public async Task SendQuery<T>(
        ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class
    {
        // Ids in order: two messages that meet several of the same rows then meet them in the same order.
        var ids = await database.Set<TSaga>()
            .Where(query.FilterExpression)
            .OrderBy(saga => saga.CorrelationId)
            .Select(saga => saga.CorrelationId)
            .ToListAsync(context.CancellationToken);

        var repository = new SagaRepositoryMessageContext<TSaga, TDbContext, T>(context, database, consumeContexts);
        await next.Send(new DefaultSagaRepositoryQueryContext<TSaga, T>(repository, ids));
    }

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
        scope.Set(new { Persistence = "entityFramework", Concurrency = "optimistic" });
    }
}
