using MassTransit;

namespace SceneGen.Persistence.Outbox;

/// <summary>What one message's consumer wants to leave with its transaction: rows to add, timers to cancel.</summary>
internal sealed class OutboxUnit(OutboxOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<OutboxMessage> _rows = [];
    private readonly HashSet<Guid> _canceled = [];
    private readonly List<Action> _afterCommit = [];

    public IReadOnlyList<OutboxMessage> Rows => _rows;

    public IReadOnlyCollection<Guid> Canceled => _canceled;

    public void AfterCommit(Action action) => _afterCommit.Add(action);

    public void NoteCommit() => _afterCommit.ForEach(action => action());

    public void Send<T>(SendContext<T> context)
        where T : class
        => Add(OutboxRows.Of(context, options, time.GetUtcNow() + options.Lease));

    public void Schedule<T>(SendContext<T> context, DateTimeOffset due, Guid tokenId, bool mayReplace)
        where T : class
    {
        var row = OutboxRows.Of(context, options, due);
        (row.DueAt, row.TokenId) = (due, tokenId);
        if (mayReplace)
        {
            Cancel(tokenId);
        }

        Add(row);
    }

    public void Cancel(Guid tokenId)
    {
        lock (_lock)
        {
            // A timer of this very unit was never there; any other one is in the database.
            if (_rows.RemoveAll(row => row.TokenId == tokenId) == 0)
            {
                _canceled.Add(tokenId);
            }
        }
    }

    // Consumers may publish from several tasks at once.
    private void Add(OutboxMessage row)
    {
        lock (_lock)
        {
            _rows.Add(row);
        }
    }
}
