using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>A database that is away, or silent to requests, for as long as the test wishes.</summary>
internal sealed class FaultyDatabase : DbCommandInterceptor
{
    public volatile bool IsAway;

    /// <summary>Away for some of what it is asked.</summary>
    public volatile Predicate<DbCommand>? AwayFor;

    /// <summary>Somebody else changes each callback at the moment in which it is changed here.</summary>
    public volatile bool IsOvertaken;

    /// <summary>Somebody else has a scene at the moment in which something is done with it here.</summary>
    public volatile Overtaking? Overtaking;

    private readonly HttpContextAccessor _requests = new();
    private volatile TaskCompletionSource? _silence;
    private int _waiting;

    /// <summary>For an answer that does not come.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    public void BeSilent() => _silence = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Answer()
    {
        _silence?.SetResult();
        _silence = null;
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Fail(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        await FailAsync(command, cancellationToken);
        return result;
    }

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Fail(command);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await FailAsync(command, cancellationToken);
        return result;
    }

    private bool IsMeant() => _requests.HttpContext is not null;

    private async Task FailAsync(DbCommand command, CancellationToken cancellationToken)
    {
        if (Overtaking is { } overtaking && IsMeant())
        {
            await overtaking.HearAsync(command);
        }

        if (_silence is { } silence && IsMeant())
        {
            Interlocked.Increment(ref _waiting);
            try
            {
                await silence.Task.WaitAsync(cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _waiting);
            }
        }

        Fail(command);
    }

    private void Fail(DbCommand command)
    {
        if (IsAway || AwayFor?.Invoke(command) is true)
        {
            throw new AwayException();
        }

        if (IsOvertaken && command.CommandText.Contains("UPDATE \"callbacks\"", StringComparison.Ordinal))
        {
            throw new DbUpdateConcurrencyException();
        }
    }

    private sealed class AwayException() : DbException("The database is away.");
}
