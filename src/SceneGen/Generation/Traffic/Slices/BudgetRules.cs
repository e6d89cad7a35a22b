namespace SceneGen.Generation.Traffic.Slices;

/// <summary>How the budget is divided, reduced and restored.</summary>
internal static class BudgetRules
{
    /// <summary>The rest is for the first seconds of an instance that comes.</summary>
    private const double Alone = 0.9;

    /// <summary>What an instance is dealt at least when it wants nothing yet.</summary>
    private const double Least = 0.05;

    private const double Likely = 0.25;
    private const double ReductionFactor = 0.8;
    private static readonly TimeSpan BetweenReductions = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(2);

    /// <summary>The creations a minute that all instances together may make now.</summary>
    public static double InForce(ProviderBudget budget, double full, DateTimeOffset now)
    {
        if (budget is not { ReducedTo: { } reduced, ReducedAt: { } at } || reduced >= full)
        {
            return full;
        }

        var recovered = Math.Clamp((now - at) / Recovery, 0, 1);
        return reduced + ((full - reduced) * recovered);
    }

    /// <summary>The provider said it was too much. What it did take within the last minute was not.</summary>
    public static void Reduce(ProviderBudget budget, double full, double proven, DateTimeOffset now)
    {
        if (now - budget.ReducedAt < BetweenReductions)
        {
            return;
        }

        var inForce = InForce(budget, full, now);
        budget.ReducedTo = Math.Min(inForce, Math.Max(Math.Max(1, proven), inForce * ReductionFactor));
        budget.ReducedAt = now;
    }

    /// <summary>
    /// An instance's part of a limit by what it and the others want; never more than the others' slices leave, so that the
    /// sum of all slices stays within the limit.
    /// </summary>
    public static double Share(double limit, double wanted, IReadOnlyList<(double Wanted, double Held)> others)
    {
        if (others.Count == 0)
        {
            return limit * Alone;
        }

        var weight = Weight(limit, wanted);
        var fair = limit * weight / (weight + others.Sum(other => Weight(limit, other.Wanted)));
        return Math.Clamp(limit - others.Sum(other => other.Held), 0, fair);
    }

    public static double LeastShare(double limit) => limit * Least;

    /// <summary>
    /// What a slice that is small now is likely to become. Told waits by its first seconds, a crowd would stay away for
    /// minutes while its share grows.
    /// </summary>
    public static double LikelyShare(double limit) => limit * Likely;

    private static double Weight(double limit, double wanted) => Math.Clamp(wanted, LeastShare(limit), limit);
}
