using System.Data;
using System.Linq.Expressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SceneGen.Persistence.Sagas.Locking;

/// <summary>
/// Locks the row; the second of two messages waits and, at READ COMMITTED, then reads what the first one left. Where there
/// is no row yet, the saga's id is locked in its place.
/// </summary>
internal sealed class PostgresSagaLock : ISagaLock
{
    public bool IsPessimistic => true;

    public async Task<IDbContextTransaction?> BeginAsync(DbContext database, CancellationToken cancellationToken)
    {
        // A failed statement ends the attempt; savepoints would cost two round trips a message for nothing.
        database.Database.AutoSavepointsEnabled = false;
        return await database.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
    }

    public async Task<TSaga?> LoadAsync<TSaga>(DbContext database, Guid id, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        var statements = PostgresLockStatements.For<TSaga>(database);
        if (await LoadLockedAsync() is { } found)
        {
            return found;
        }

        // Who comes first begins the saga. Who waited here finds its row.
        await database.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({$"{statements.Table} {id}"}, 0))", cancellationToken);
        return await LoadLockedAsync();

        async Task<TSaga?> LoadLockedAsync()
            => (await database.Set<TSaga>()
                .FromSqlRaw(statements.LockOne, id)
                .ToListAsync(cancellationToken)).SingleOrDefault();
    }

    public async Task<List<Guid>> FindAsync<TSaga>(
        DbContext database, Expression<Func<TSaga, bool>> filter, CancellationToken cancellationToken)
        where TSaga : class, ISaga
    {
        var ids = await database.IdsAsync(filter, cancellationToken);
        if (ids.Count == 0)
        {
            return ids;
        }

        var statements = PostgresLockStatements.For<TSaga>(database);
        await database.Database.ExecuteSqlRawAsync(statements.LockMany, [ids.ToArray()], cancellationToken);

        // Some may have changed, or be gone, since they were found.
        var locked = ids.ToHashSet();
        return [.. (await database.IdsAsync(filter, cancellationToken)).Where(locked.Contains)];
    }
}
