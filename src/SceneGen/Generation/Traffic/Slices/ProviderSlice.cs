namespace SceneGen.Generation.Traffic.Slices;

/// <summary>What an instance may ask of the provider for a time.</summary>
public sealed class ProviderSlice
{
    public string Instance { get; set; } = "";

    public double CreatesPerMinute { get; set; }

    public double ReadsPerMinute { get; set; }

    /// <summary>What it wanted a minute when the slice was dealt.</summary>
    public double CreatesWanted { get; set; }

    public double ReadsWanted { get; set; }

    /// <summary>The creations that succeeded in the minute before the deal.</summary>
    public int CreatesSucceeded { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
