using System.Linq.Expressions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace SceneGen.Persistence.Sagas.Locking;

/// <summary>How a database keeps two messages of one saga apart.</summary>
internal interface ISagaLock
{
    /// <summary>Whether a row is locked while its message is handled.</summary>
    bool IsPessimistic { get; }

    /// <summary>Opens the transaction in which a message is handled; null where none is open meanwhile.</summary>
    Task<IDbContextTransaction?> BeginAsync(DbContext database, CancellationToken cancellationToken);

    /// <summary>Loads a saga for one message. While there is none, nobody else begins it.</summary>
    Task<TSaga?> LoadAsync<TSaga>(DbContext database, Guid id, CancellationToken cancellationToken)
        where TSaga : class, ISaga;

    /// <summary>The ids of the sagas that fit, in order, locked for one message.</summary>
    Task<List<Guid>> FindAsync<TSaga>(
        DbContext database, Expression<Func<TSaga, bool>> filter, CancellationToken cancellationToken)
        where TSaga : class, ISaga;
}
