namespace SceneGen.Generation.Reconciling;

/// <summary>What a pass over the provider's list has found.</summary>
internal sealed record StrayReport
{
    /// <summary>How many of the listed predictions are this service's.</summary>
    public int Looked { get; init; }

    /// <summary>Those that ran for nobody.</summary>
    public IReadOnlyList<string> Canceled { get; init; } = [];

    /// <summary>Those that were paid and that nobody has use for.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>What those cost by their models' prices, in US dollars.</summary>
    public decimal UnusedDollars { get; init; }
}
