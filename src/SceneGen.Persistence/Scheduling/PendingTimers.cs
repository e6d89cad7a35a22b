using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Delivery;

namespace SceneGen.Persistence.Scheduling;

/// <summary>The scheduled messages that wait for their time.</summary>
/// <typeparam name="TDbContext">The context that holds the outbox.</typeparam>
public sealed class PendingTimers<TDbContext>
    where TDbContext : DbContext
{
    private readonly TDbContext _database;
    private readonly TimeProvider _time;
    private readonly OutboxAlarm _alarm;

    internal PendingTimers(TDbContext database, TimeProvider time, OutboxAlarm alarm)
        => (_database, _time, _alarm) = (database, time, alarm);

    /// <summary>Makes a scheduled message due, in the transaction that is open if there is one; false when none waits.</summary>
    /// <param name="tokenId">The token it was scheduled by.</param>
    /// <param name="cancellationToken">Ends the statement.</param>
    public async Task<bool> HurryAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return await _database.Set<OutboxMessage>()
            .Where(row => row.TokenId == tokenId && row.VisibleAt > now && row.VisibleAt == row.DueAt)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.VisibleAt, now).SetProperty(row => row.DueAt, now), cancellationToken) == 1;
    }

    /// <summary>Has this process look at once for what is due; to be called when the change is committed.</summary>
    public void Ring() => _alarm.Set(_time.GetUtcNow());
}
