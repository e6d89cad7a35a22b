namespace SceneGen.Replicate.Wire;

/// <summary>Up to a hundred predictions, newest first.</summary>
public sealed record PredictionPage
{
    /// <summary>Where the next page is; only its query is used.</summary>
    public string? Next { get; init; }

    public required IReadOnlyList<Prediction> Results { get; init; }
}
