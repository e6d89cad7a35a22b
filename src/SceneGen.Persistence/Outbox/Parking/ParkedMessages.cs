using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Outbox.Parking;

/// <summary>The messages of the outbox that were given up: each waits until an operator has it delivered again.</summary>
/// <typeparam name="TDbContext">The context that holds the outbox.</typeparam>
public sealed class ParkedMessages<TDbContext>
    where TDbContext : DbContext
{
    private readonly TDbContext _database;
    private readonly TimeProvider _time;
    private readonly OutboxAlarm _alarm;

    internal ParkedMessages(TDbContext database, TimeProvider time, OutboxAlarm alarm)
        => (_database, _time, _alarm) = (database, time, alarm);

    private IQueryable<OutboxMessage> Parked => _database.Set<OutboxMessage>().Where(row => row.ParkedAt != null);

    /// <summary>The messages that were given up, the oldest first.</summary>
    /// <param name="after">The number of the last row already seen; 0 for the first page.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<ParkedMessage>> ListAsync(long after, int limit, CancellationToken cancellationToken)
        => await Parked
            .Where(row => row.Id > after)
            .OrderBy(row => row.Id)
            .Take(limit)
            .Select(row => new ParkedMessage(
                row.Id, row.MessageId, row.MessageTypes, row.Destination, row.Deliveries, row.ParkedAt!.Value, row.ParkedReason))
            .ToListAsync(cancellationToken);

    /// <summary>Has messages delivered again, at once and as if they never had been; says how many.</summary>
    /// <param name="ids">Their rows' numbers; what is not parked is left alone.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<int> ReplayAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var count = await Parked.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.VisibleAt, now)
                .SetProperty(row => row.Deliveries, 0)
                .SetProperty(row => row.ParkedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.ParkedReason, (string?)null),
            cancellationToken);
        _alarm.Set(now);
        return count;
    }
}
