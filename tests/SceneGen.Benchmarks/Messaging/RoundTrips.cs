using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>Counts what goes over the wire to the database. A transaction's beginning travels with its first command.</summary>
internal sealed class RoundTrips : DbCommandInterceptor, IDbTransactionInterceptor
{
    private long _commands;
    private long _statements;
    private long _bare;
    private long _commits;

    /// <summary>Commands, and the commits that end transactions of several.</summary>
    public long Trips => _commands + _commits;

    public long Statements => _statements;

    /// <summary>A command outside a transaction is one of its own, and ends with it.</summary>
    public long Transactions => _bare + _commits;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _commits);
        return Task.CompletedTask;
    }

    private void Note(DbCommand command)
    {
        Interlocked.Increment(ref _commands);
        Interlocked.Add(ref _statements, command.CommandText.Split(';').Count(text => !string.IsNullOrWhiteSpace(text)));
        if (command.Transaction is null)
        {
            Interlocked.Increment(ref _bare);
        }
    }
}
