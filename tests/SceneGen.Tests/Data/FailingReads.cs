using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Data;

/// <summary>A database whose queries fail for a while, as its sessions are ended, though what is added goes in.</summary>
internal sealed class FailingReads : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
        => ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        => command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) ? throw new SessionEndedException() : result;

    private sealed class SessionEndedException() : DbException("The session was ended.")
    {
        public override bool IsTransient => true;
    }
}
