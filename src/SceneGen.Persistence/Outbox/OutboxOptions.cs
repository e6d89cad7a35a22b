namespace SceneGen.Persistence.Outbox;

/// <summary>How the outbox of a context works.</summary>
public sealed class OutboxOptions
{
    /// <summary>How long whoever wrote or took up a row has to deliver it before others may. Default 30 s.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest the sweeper sleeps. Default 1 s; a timer of another instance is met this late at most.</summary>
    public TimeSpan LongestSleep { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long delivered rows and due timers are gathered before they are dealt with together. Default 50 ms; a timer
    /// is late by this much at most, and 0 gathers nothing.
    /// </summary>
    public TimeSpan Gathering { get; set; } = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// How many messages to one endpoint of this process are handed over to it at a time, without the bus. Default 16;
    /// with 0, and on a bus that does not keep its messages, all go by the bus.
    /// </summary>
    public int HandOverConcurrency { get; set; } = 16;

    /// <summary>The endpoints that are handed another number of messages at a time. Default none.</summary>
    public IDictionary<string, int> EndpointConcurrency { get; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>How many rows are taken up at once. Default 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>After so many vain deliveries a row is parked. Default 10.</summary>
    public int MostDeliveries { get; set; } = 10;

    /// <summary>The endpoints whose consumers touch no database and send straight to the bus. Default none.</summary>
    public ISet<string> EndpointsWithout { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The endpoints that say what they have consumed; known when the bus has been made.</summary>
    internal HashSet<string> EndpointsWith { get; } = new(StringComparer.Ordinal);

    /// <summary>How long it is remembered that a message was consumed. Default 7 days.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether the bus keeps a message once it has taken it. Default true. False for the bus in memory: there a row goes
    /// only after its message was consumed.
    /// </summary>
    public bool BusKeepsMessages { get; set; } = true;
}
