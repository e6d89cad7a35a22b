using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>Counts what a database is asked: commits, savepoints and statements.</summary>
public sealed class Counter(Witness witness) : DbTransactionInterceptor, IDbCommandInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        witness.Saw("COMMIT");
        return Task.CompletedTask;
    }

    public override Task CreatedSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        witness.Saw("SAVEPOINT");
        return Task.CompletedTask;
    }

    public override Task ReleasedSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        witness.Saw("RELEASE");
        return Task.CompletedTask;
    }

    public ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        DbDataReader result,
        CancellationToken cancellationToken = default)
    {
        witness.Saw(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command,
        CommandExecutedEventData eventData,
        int result,
        CancellationToken cancellationToken = default)
    {
        witness.Saw(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
