using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SceneGen.Persistence.Outbox;

/// <summary>Commits units of work.</summary>
internal sealed partial class OutboxClerk<TDbContext>(
    IOptions<OutboxOptions> options, TimeProvider time, ILogger<OutboxClerk<TDbContext>> logger)
    where TDbContext : DbContext
{
    public bool BusKeepsMessages => options.Value.BusKeepsMessages;

    public OutboxUnit NewUnit() => new(options.Value, time);

    /// <summary>Throws when the message was consumed before, as it does when anything else of this unit is refused.</summary>
    public Task CommitAsync(
        TDbContext database, OutboxUnit unit, InboxMessage? inbox, CancellationToken cancellationToken)
    {
        if (inbox is not null)
        {
            inbox.ConsumedAt = time.GetUtcNow();
            database.Add(inbox);
        }

        database.AddRange(unit.Rows);
        return SaveAsync(database, unit, cancellationToken);
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

    /// <summary>Asked only when something went wrong; when the database does not answer, the first error counts.</summary>
    public async Task<bool> WasConsumedAsync(
        TDbContext database, InboxMessage inbox, CancellationToken cancellationToken)
    {
        try
        {
            return await database.Set<InboxMessage>().AnyAsync(
                message => message.MessageId == inbox.MessageId
                    && message.ConsumerId == inbox.ConsumerId
                    && message.Redelivery == inbox.Redelivery,
                cancellationToken);
        }
        catch (Exception error)
        {
            Log.NotKnown(logger, inbox.MessageId, error);
            return false;
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

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Message {MessageId} failed, and the inbox cannot say whether it had been consumed.")]
        public static partial void NotKnown(ILogger logger, Guid messageId, Exception error);
    }
}
