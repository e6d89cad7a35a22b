namespace SceneGen.Observability.Readings;

/// <summary>How the installation stood when the database was last read.</summary>
internal sealed record Figures
{
    /// <summary>By state: how many scenes, and when the one was updated that has not been for longest.</summary>
    public Dictionary<string, (long Count, DateTimeOffset Oldest)> Scenes { get; } = new(StringComparer.Ordinal);

    /// <summary>The reason of each closed gate.</summary>
    public Dictionary<string, string> ClosedGates { get; } = new(StringComparer.Ordinal);

    public long RollbackCases { get; set; }

    public DateTimeOffset? OldestRollback { get; set; }

    public long OutputsExpiring { get; set; }

    public long CallbacksWaiting { get; set; }

    public long Messages { get; set; }

    public DateTimeOffset? OldestMessage { get; set; }

    /// <summary>Messages and timers.</summary>
    public long Unparked { get; set; }

    public long Parked { get; set; }

    /// <summary>Of the timers that are due and that nobody has taken up.</summary>
    public DateTimeOffset? OldestTimer { get; set; }

    /// <summary>By queue.</summary>
    public IReadOnlyDictionary<string, long> DeadLetters { get; set; } = new Dictionary<string, long>(StringComparer.Ordinal);

    public StoreFigures? Store { get; set; }

    internal sealed record StoreFigures(long Files, long Bytes);
}
