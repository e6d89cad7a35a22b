namespace SceneGen.Generation.Traffic.Slices;

/// <summary>What an instance wants of the budget.</summary>
internal sealed record SliceRequest(string Instance, double CreatesWanted, double ReadsWanted, int CreatesSucceeded)
{
    /// <summary>Before anything was wanted.</summary>
    public static readonly SliceRequest First = new("", 0, 0, 0) { IsUrgent = true };

    public static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(60);

    /// <summary>A long slice holds no more than this multiple of what is wanted: others may come while it lasts.</summary>
    private const double Reserve = 4;

    private const double CallsPerDeal = 100;

    /// <summary>What the provider has refused, if it has.</summary>
    public Throttle? Throttled { get; init; }

    /// <summary>Whether something is the matter of which the instance has to hear soon.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Few calls make a long life: a deal is one call of the database for about a hundred of the provider.</summary>
    public TimeSpan Life
    {
        get
        {
            var seconds = CallsPerDeal * 60 / Math.Max(1, CreatesWanted + ReadsWanted);
            return IsUrgent || Throttled is not null
                ? ShortestLife
                : TimeSpan.FromSeconds(Math.Clamp(seconds, ShortestLife.TotalSeconds, LongestLife.TotalSeconds));
        }
    }

    /// <summary>Whether the slice is to be a long and small one.</summary>
    public bool IsModest => Life > ShortestLife;

    public double MostOf(double limit, double wanted)
        => IsModest ? Math.Max(wanted * Reserve, 2 * BudgetRules.LeastShare(limit)) : limit;

    /// <summary>The provider wants no creation until then, and perhaps fewer a minute.</summary>
    internal sealed record Throttle(DateTimeOffset Until, int? LimitPerMinute);
}
