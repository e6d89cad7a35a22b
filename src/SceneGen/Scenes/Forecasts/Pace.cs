namespace SceneGen.Scenes.Forecasts;

/// <summary>How long something took of late: half of the times at most this, and 19 of 20 at most that.</summary>
internal sealed record Pace(TimeSpan Half, TimeSpan Most)
{
    private const int Fewest = 5;

    /// <summary>Null where too few are known to say anything.</summary>
    public static Pace? Of(IEnumerable<TimeSpan> durations)
    {
        TimeSpan[] sorted = [.. durations.Order()];
        return sorted.Length < Fewest ? null : new Pace(sorted[sorted.Length / 2], sorted[sorted.Length * 19 / 20]);
    }

    /// <summary>What is left after so long; null for what takes longer than is known of any.</summary>
    public TimeSpan? RestAfter(TimeSpan elapsed)
        => elapsed < Half ? Half - elapsed
            : elapsed < Most ? Most - elapsed
            : null;
}
