using MassTransit;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Sagas.Locking;

namespace SceneGen.Persistence.Sagas;

/// <summary>The repository without a message: for queries by tests and by the core's load and query repositories.</summary>
internal sealed class SagaRepositoryReadContext<TSaga, TDbContext>(
    TDbContext database, CancellationToken cancellationToken)
    : BasePipeContext(cancellationToken), QuerySagaRepositoryContext<TSaga>, LoadSagaRepositoryContext<TSaga>
    where TSaga : class, ISaga
    where TDbContext : DbContext
{
    public async Task<SagaRepositoryQueryContext<TSaga>> Query(
        ISagaQuery<TSaga> query, CancellationToken cancellationToken = default)
    {
        var ids = await database.IdsAsync(query.FilterExpression, cancellationToken);
        return new DefaultSagaRepositoryQueryContext<TSaga>(this, ids);
    }

    public async Task<TSaga> Load(Guid correlationId)
        // The core takes null for "there is no such saga".
        => (await database.Set<TSaga>()
            .AsNoTracking()
            .SingleOrDefaultAsync(saga => saga.CorrelationId == correlationId, CancellationToken))!;
}
