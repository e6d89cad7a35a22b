namespace SceneGen.Generation.Traffic.Slices;

/// <summary>The one row that is locked while the provider's budget is dealt, and what every instance has to know of it.</summary>
public sealed class ProviderBudget
{
    public const int TheRow = 1;

    public int Id { get; set; } = TheRow;

    /// <summary>Counts the deals; to raise it is to lock the row.</summary>
    public long Deals { get; set; }

    /// <summary>What the creations a minute were reduced to; they recover from there. Null when they never were.</summary>
    public double? ReducedTo { get; set; }

    public DateTimeOffset? ReducedAt { get; set; }

    public DateTimeOffset? CreatesPausedUntil { get; set; }
}
