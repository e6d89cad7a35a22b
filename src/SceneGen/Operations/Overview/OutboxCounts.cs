using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Operations.Overview;

/// <summary>Counts what the outbox holds. A timer that is not due costs nothing here: what is looked at is at the front of the index.</summary>
internal sealed class OutboxCounts(SceneDbContext database, TimeProvider time)
{
    /// <summary>Longer than whoever delivers a message keeps others from it.</summary>
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(15);

    public async Task<Backlog> CountMessagesAsync(CancellationToken cancellationToken)
    {
        var soon = time.GetUtcNow() + LongestLease;
        return await CountAsync(
            Waiting().Where(row => row.VisibleAt <= soon && row.DueAt == null), row => row.VisibleAt, cancellationToken);
    }

    public async Task<Backlog> CountDueTimersAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var soon = now + LongestLease;
        return await CountAsync(
            Waiting().Where(row => row.VisibleAt <= soon && row.DueAt <= now), row => row.DueAt!.Value, cancellationToken);
    }

    /// <summary>Reads the whole table, a million timers too: not for every few seconds.</summary>
    public Task<int> CountParkedAsync(CancellationToken cancellationToken)
        => Rows().CountAsync(row => row.ParkedAt != null, cancellationToken);

    /// <summary>In the index, but a million timers too.</summary>
    public Task<int> CountAllAsync(CancellationToken cancellationToken) => Waiting().CountAsync(cancellationToken);

    private IQueryable<OutboxMessage> Rows() => database.Set<OutboxMessage>().AsNoTracking();

    private IQueryable<OutboxMessage> Waiting() => Rows().Where(row => row.ParkedAt == null);

    private async Task<Backlog> CountAsync(
        IQueryable<OutboxMessage> rows,
        System.Linq.Expressions.Expression<Func<OutboxMessage, DateTimeOffset>> since,
        CancellationToken cancellationToken)
    {
        var count = await rows.CountAsync(cancellationToken);
        var oldest = count == 0
            ? default
            : await rows.OrderBy(since).Select(since).FirstOrDefaultAsync(cancellationToken);
        var age = oldest == default ? TimeSpan.Zero : time.GetUtcNow() - oldest;
        return new Backlog(count, Math.Max(0, Math.Round(age.TotalSeconds, 1)));
    }
}
