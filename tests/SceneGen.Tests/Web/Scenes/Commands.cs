using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SceneGen.Tests.Web.Scenes;

/// <summary>What a service asks its database.</summary>
internal sealed class Commands : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> _texts = new();

    public int Count(string start, string table)
        => _texts.Count(text => text.Split(';').Any(
            one => one.TrimStart().StartsWith(start, StringComparison.Ordinal) && one.Contains(table, StringComparison.Ordinal)));

    public void Clear() => _texts.Clear();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        _texts.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        _texts.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
