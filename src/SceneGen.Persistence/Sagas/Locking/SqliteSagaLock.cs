using System.Linq.Expressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SceneGen.Persistence.Sagas.Locking;

/// <summary>
/// Locks nothing: a transaction would keep every other saga waiting while one message is handled, for SQLite has one
/// writer. <see cref="ISagaVersion.Version"/> tells the second of two messages to commit that it has to start again.
/// </summary>
internal sealed class SqliteSagaLock : ISagaLock
{
    public bool IsPessimistic => false;

    public Task<IDbContextTransaction?> BeginAsync(DbContext database, CancellationToken cancellationToken)
        => Task.FromResult<IDbContextTransaction?>(null);

    public Task<TSaga?> LoadAsync<TSaga>(DbContext database, Guid id, CancellationToken cancellationToken)
        where TSaga : class, ISaga
        => database.Set<TSaga>().SingleOrDefaultAsync(saga => saga.CorrelationId == id, cancellationToken);

    public Task<List<Guid>> FindAsync<TSaga>(
        DbContext database, Expression<Func<TSaga, bool>> filter, CancellationToken cancellationToken)
        where TSaga : class, ISaga
        => database.IdsAsync(filter, cancellationToken);
}
