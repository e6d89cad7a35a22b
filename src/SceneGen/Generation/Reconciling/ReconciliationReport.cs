namespace SceneGen.Generation.Reconciling;

/// <summary>What the last passes of this instance have found.</summary>
internal sealed record ReconciliationReport
{
    /// <summary>When the provider's list was last held against the scenes, UTC.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Predictions whose purchase was not answered, found since the start and canceled.</summary>
    public int Settled { get; init; }

    public StrayReport Strays { get; init; } = new();
}
