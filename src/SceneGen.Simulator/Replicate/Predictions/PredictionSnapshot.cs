namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>A prediction as it stands at one moment.</summary>
internal sealed record PredictionSnapshot(
    string Status, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt, PredictionOutcome? Outcome)
{
    public bool Ended => EndedAt is not null;

    public string? Error => Outcome?.Error;

    public string? File => Outcome?.File;

    /// <summary>A picture, or time on the machine, that the real provider would have charged for.</summary>
    public bool IsBilled => Status == "succeeded" || (Status == "canceled" && StartedAt is not null);
}
