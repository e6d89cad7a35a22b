using System.Linq.Expressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Sagas.Locking;

internal static class SagaLocks
{
    private static readonly PostgresSagaLock Postgres = new();
    private static readonly SqliteSagaLock Sqlite = new();

    public static ISagaLock Of(DbContext database) => database.Database.ProviderName switch
    {
        "Npgsql.EntityFrameworkCore.PostgreSQL" => Postgres,
        "Microsoft.EntityFrameworkCore.Sqlite" => Sqlite,
        var other => throw new NotSupportedException($"Sagas are kept in PostgreSQL or SQLite, not by {other}."),
    };

    /// <summary>Ids in order: two messages that meet several of the same rows then meet them in the same order.</summary>
    public static Task<List<Guid>> IdsAsync<TSaga>(
        this DbContext database, Expression<Func<TSaga, bool>> filter, CancellationToken cancellationToken)
        where TSaga : class, ISaga
        => database.Set<TSaga>()
            .Where(filter)
            .OrderBy(saga => saga.CorrelationId)
            .Select(saga => saga.CorrelationId)
            .ToListAsync(cancellationToken);
}
