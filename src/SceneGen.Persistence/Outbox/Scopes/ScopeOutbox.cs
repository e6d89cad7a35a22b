using System.Transactions;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using SceneGen.Persistence.Outbox.Delivery;
using SceneGen.Persistence.Scheduling;

namespace SceneGen.Persistence.Outbox.Scopes;

/// <summary>
/// What a scope that consumes no message, such as a request's, sends, schedules and cancels: it is saved with whatever the
/// scope's context saves next, and leaves when that is committed.
/// </summary>
internal sealed class ScopeOutbox<TDbContext> : IScheduleSink, IDisposable
    where TDbContext : DbContext
{
    private readonly TDbContext _database;
    private readonly OutboxDelivery<TDbContext> _delivery;
    private readonly OutboxOptions _options;
    private readonly TimeProvider _time;
    private readonly List<OutboxMessage> _rows = [];
    private readonly HashSet<Guid> _canceled = [];
    private IDbContextTransaction? _own;

    public ScopeOutbox(
        TDbContext database, OutboxDelivery<TDbContext> delivery, IOptions<OutboxOptions> options, TimeProvider time)
    {
        (_database, _delivery, _options, _time) = (database, delivery, options.Value, time);
        database.SavingChanges += OnSaving;
        database.SavedChanges += OnSaved;
        database.SaveChangesFailed += OnFailed;
    }

    private bool IsInTransaction => _database.Database.CurrentTransaction is not null || Transaction.Current is not null;

    public void Send<T>(SendContext<T> context)
        where T : class
        => Add(OutboxRows.Of(context, _options, _time.GetUtcNow()));

    public Task ScheduleAsync<T>(
        SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace, CancellationToken cancellationToken)
        where T : class
    {
        var row = OutboxRows.Of(context, _options, due);
        (row.DueAt, row.TokenId) = (due, tokenId);
        if (mayReplace)
        {
            Cancel(tokenId);
        }

        Add(row);
        return Task.CompletedTask;
    }

    public Task CancelAsync(Guid tokenId, CancellationToken cancellationToken)
    {
        Cancel(tokenId);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        // A pooled context outlives this scope.
        _database.SavingChanges -= OnSaving;
        _database.SavedChanges -= OnSaved;
        _database.SaveChangesFailed -= OnFailed;
    }

    private void Add(OutboxMessage row)
    {
        _database.Add(row);
        _rows.Add(row);
    }

    private void Cancel(Guid tokenId)
    {
        if (_rows.Find(row => row.TokenId == tokenId) is { } unsaved)
        {
            _database.Entry(unsaved).State = EntityState.Detached;
            _rows.Remove(unsaved);
        }
        else
        {
            _canceled.Add(tokenId);
        }
    }

    private void OnSaving(object? sender, SavingChangesEventArgs saving)
    {
        // Whoever commits a transaction of their own does not tell: then the sweeper delivers, as soon as it sees the rows.
        var visibleAt = _time.GetUtcNow() + (IsInTransaction ? TimeSpan.Zero : _options.Lease);
        foreach (var row in _rows.Where(row => row.DueAt is null))
        {
            row.VisibleAt = visibleAt;
        }

        if (_canceled.Count > 0)
        {
            _own = IsInTransaction ? null : _database.Database.BeginTransaction();
            var tokens = _canceled.ToList();
            _database.Set<OutboxMessage>()
                .Where(row => row.TokenId != null && tokens.Contains(row.TokenId.Value))
                .ExecuteDelete();
        }
    }

    private void OnSaved(object? sender, SavedChangesEventArgs changes)
    {
        _own?.Commit();
        EndOwn();
        _canceled.Clear();

        // A row that the context was made to forget has not been saved; one that was has no more to do in it.
        var saved = _rows.FindAll(row => _database.Entry(row).State is EntityState.Unchanged);
        saved.ForEach(row => _database.Entry(row).State = EntityState.Detached);
        _rows.Clear();
        if (!IsInTransaction)
        {
            _delivery.Deliver(saved);
        }
    }

    private void OnFailed(object? sender, SaveChangesFailedEventArgs failed) => EndOwn();

    private void EndOwn()
    {
        _own?.Dispose();
        _own = null;
    }
}
