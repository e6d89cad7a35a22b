namespace SceneGen.Generation.Gates;

/// <summary>A closed gate: what it is the way to is not asked for pictures. There is no row for an open one.</summary>
public sealed record ProviderGate
{
    /// <summary><c>provider</c>, or <c>model:owner/name</c>.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>One of <see cref="GateReasons"/>.</summary>
    public required string Reason { get; init; }

    public string? Detail { get; init; }

    /// <summary>How often it was tried whether the reason is gone.</summary>
    public int Probes { get; init; }

    /// <summary>Null when only the operator opens it.</summary>
    public DateTimeOffset? NextProbeAt { get; init; }

    /// <summary>Null when the service closed it by itself.</summary>
    public string? ClosedBy { get; init; }
}
