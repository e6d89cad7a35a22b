using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Web.Scenes;

/// <summary>
/// A request's commit goes through, and its connection dies before it says so; nor can the inbox be asked, for a while.
/// </summary>
internal sealed class UnheardCommits : DbTransactionInterceptor, IDbCommandInterceptor
{
    private readonly HttpContextAccessor _requests = new();
    private int _commits;
    private int _questions;

    /// <summary>The next one.</summary>
    public void Begin(int questions) => (_questions, _commits) = (questions, 1);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        => IsNext(ref _commits) ? throw new DeadException() : Task.CompletedTask;

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
        => IsQuestion(command.CommandText) && IsNext(ref _questions) ? throw new DeadException() : ValueTask.FromResult(result);

    /// <summary>One of the databases wants names in quotation marks.</summary>
    private static bool IsQuestion(string text)
        => text.StartsWith("SELECT", StringComparison.Ordinal)
            && (text.Contains("FROM inbox", StringComparison.Ordinal) || text.Contains("FROM \"inbox\"", StringComparison.Ordinal));

    private bool IsNext(ref int left)
        => _requests.HttpContext is not null && Volatile.Read(ref left) > 0 && Interlocked.Decrement(ref left) >= 0;

    private sealed class DeadException() : DbException("The connection is dead.")
    {
        public override bool IsTransient => true;
    }
}
