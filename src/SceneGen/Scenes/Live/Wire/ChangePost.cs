namespace SceneGen.Scenes.Live.Wire;

/// <summary>
/// What this instance has to tell the others: that it watches, and, while one of them has said that of itself, what it has
/// committed.
/// </summary>
internal sealed class ChangePost(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan BetweenAnnouncements = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private Dictionary<Guid, int?> _changes = [];
    private long _watchedUntil;
    private DateTimeOffset _announcedAt;
    private bool _isAnnouncing;
    private bool _isOpen;

    /// <summary>Names this instance among those that share a database.</summary>
    public string Instance { get; } = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");

    /// <summary>From now on somebody sends what is put here.</summary>
    public void Open() => _isOpen = true;

    /// <summary>Another instance watches something.</summary>
    public void NoteInterest() => Volatile.Write(ref _watchedUntil, (time.GetUtcNow() + Validity).UtcTicks);

    public void Add(Guid sceneId, int? sequence)
    {
        if (Volatile.Read(ref _watchedUntil) < time.GetUtcNow().UtcTicks)
        {
            return;
        }

        lock (_lock)
        {
            _changes[sceneId] = _changes.TryGetValue(sceneId, out var before) && (before is null || before > sequence)
                ? before
                : sequence;
            Signal();
        }
    }

    public void Announce()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_isOpen && now - _announcedAt >= BetweenAnnouncements)
            {
                (_announcedAt, _isAnnouncing) = (now, true);
                Signal();
            }
        }
    }

    public void Dispose() => _signal.Dispose();

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    /// <summary>What is to be sent, as the texts of notifications.</summary>
    public IReadOnlyList<string> Take()
    {
        Dictionary<Guid, int?> changes;
        bool isAnnouncing;
        lock (_lock)
        {
            (changes, _changes) = (_changes, []);
            (isAnnouncing, _isAnnouncing) = (_isAnnouncing, false);
        }

        return [.. isAnnouncing ? [ChangeNotice.Interest(Instance)] : Array.Empty<string>(), .. ChangeNotice.Of(Instance, changes)];
    }

    private void Signal()
    {
        if (_signal.CurrentCount == 0)
        {
            _signal.Release();
        }
    }
}
