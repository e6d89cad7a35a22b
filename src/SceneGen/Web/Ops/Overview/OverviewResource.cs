using SceneGen.Operations.Overview;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Web.Ops.Overview;

/// <summary>How the service does, at one look.</summary>
internal sealed record OverviewResource
{
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<StateCount> States { get; init; }

    public required StuckScenes Stuck { get; init; }

    public required IReadOnlyList<GateResource> Gates { get; init; }

    public required ProviderResource Provider { get; init; }

    public required Backlog Outbox { get; init; }

    public required OverviewResource.TimerBacklog Timers { get; init; }

    public required int Parked { get; init; }

    public required OverviewResource.DeadLetterCounts DeadLetters { get; init; }

    public required OpenRollbacks Rollbacks { get; init; }

    public required DailyCost Cost { get; init; }

    public required OverviewResource.OutputCounts Outputs { get; init; }

    public required OverviewResource.StorageCounts Storage { get; init; }

    /// <summary>Due are those that should have gone out.</summary>
    internal sealed record TimerBacklog(int Count, int Due, double OldestSeconds);

    /// <summary><see cref="Broker"/> is <c>none</c>, <c>reachable</c> or <c>away</c>; by queue only those that hold any.</summary>
    internal sealed record DeadLetterCounts(string Broker, IReadOnlyDictionary<string, long> Queues);

    /// <summary>Painted pictures that are not stored yet; urgent ones soon vanish at the provider.</summary>
    internal sealed record OutputCounts(int Urgent, IReadOnlyList<UnstoredOutput> First);

    internal sealed record StorageCounts(int Files, long Bytes);
}
