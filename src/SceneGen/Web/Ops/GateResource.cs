using SceneGen.Generation.Gates;

namespace SceneGen.Web.Ops;

/// <summary>A gate as the operator sees it; <see cref="State"/> is <c>open</c> or <c>closed</c>.</summary>
internal sealed record GateResource(string Name, string State)
{
    public string? Reason { get; init; }

    public string? Detail { get; init; }

    public DateTimeOffset? Since { get; init; }

    public int Probes { get; init; }

    public DateTimeOffset? NextProbeAt { get; init; }

    public string? ClosedBy { get; init; }

    public static GateResource Open(string name) => new(name, "open");

    public static GateResource Closed(ProviderGate gate) => new(gate.Name, "closed")
    {
        Reason = gate.Reason,
        Detail = gate.Detail,
        Since = gate.ClosedAt,
        Probes = gate.Probes,
        NextProbeAt = gate.NextProbeAt,
        ClosedBy = gate.ClosedBy,
    };
}
