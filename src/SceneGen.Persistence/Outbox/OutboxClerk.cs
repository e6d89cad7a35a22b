using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace SceneGen.Persistence.Outbox;

/// <summary>Commits units of work.</summary>
internal sealed class OutboxClerk<TDbContext>(IOptions<OutboxOptions> options, TimeProvider time)
    where TDbContext : DbContext
{
    public bool BusKeepsMessages => options.Value.BusKeepsMessages;

    public OutboxUnit NewUnit() => new(options.Value, time);

    /// <summary>False when the message was consumed before: then nothing of this unit is kept.</summary>
    public async Task<bool> CommitAsync(
        TDbContext database, OutboxUnit unit, InboxMessage? inbox, CancellationToken cancellationToken)
    {
        if (inbox is not null)
        {
            inbox.ConsumedAt = time.GetUtcNow();
            database.Add(inbox);
        }

        database.AddRange(unit.Rows);
        try
        {
            await SaveAsync(database, unit, cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (inbox is not null && error.Entries.Any(entry => entry.Entity == inbox))
        {
            await AbandonAsync(database);
            return false;
        }
    }

    /// <summary>Nothing of this unit is kept: the scope may be shared by several attempts.</summary>
    public static async Task AbandonAsync(TDbContext database)
    {
        database.ChangeTracker.Clear();
        if (database.Database.CurrentTransaction is { } open)
        {
            await open.DisposeAsync();
        }
    }

    private static async Task SaveAsync(TDbContext database, OutboxUnit unit, CancellationToken cancellationToken)
    {
        var open = database.Database.CurrentTransaction;
        if (unit.Canceled.Count == 0 && open is null)
        {
            await database.SaveChangesAsync(cancellationToken);
            return;
        }

        await using var own = open is null ? await database.Database.BeginTransactionAsync(cancellationToken) : null;
        if (unit.Canceled.Count > 0)
        {
            var tokens = unit.Canceled.ToList();
            await database.Set<OutboxMessage>()
                .Where(row => row.TokenId != null && tokens.Contains(row.TokenId.Value))
                .ExecuteDeleteAsync(cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        await (own ?? open)!.CommitAsync(cancellationToken);
        if (open is not null)
        {
            await open.DisposeAsync();
        }
    }
}
