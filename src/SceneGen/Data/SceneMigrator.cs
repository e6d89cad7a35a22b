using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SceneGen.Data;

/// <summary>Brings the database to this version's tables.</summary>
internal sealed class SceneMigrator(SceneDbContext context)
{
    // Another instance may be at it, with large tables.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All of it or nothing, whenever the process ends. Returns the names of what was applied.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            context.Database.SetCommandTimeout(Patience);
            await context.CreateDatabaseAsync(cancellationToken);

            // The lock is the transaction's, so a process that is killed leaves neither.
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await context.LockMigrationsAsync(cancellationToken);

            // PostgreSQL answers a question about a table that is not there by giving up the transaction.
            await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            var pending = (await context.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
            if (pending.Count > 0)
            {
                await context.Database.MigrateAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return pending;
        }
        catch (Exception error) when (DatabaseError(error) is { } inner)
        {
            throw new InvalidOperationException(
                $"ConnectionStrings:Database names a database that cannot be used: {inner.Message}", error);
        }
    }

    // Entity Framework wraps what may pass by itself, such as a refused connection.
    private static DbException? DatabaseError(Exception error)
        => error as DbException ?? (error as InvalidOperationException)?.InnerException as DbException;
}
