namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>One call of the API, or one download.</summary>
internal sealed record CallMade
{
    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Route { get; init; }

    /// <summary>Null where the caller got no answer.</summary>
    public required int? Status { get; init; }

    public required string? Prediction { get; init; }

    public required string? Fault { get; init; }
}
