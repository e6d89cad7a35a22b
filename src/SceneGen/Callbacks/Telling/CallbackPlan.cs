namespace SceneGen.Callbacks.Telling;

/// <summary>When a callback that was not taken is posted again: soon at first, for four days.</summary>
internal static class CallbackPlan
{
    private static readonly TimeSpan LongestWish = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    /// <summary>Null when it is given up. What the receiver asks for in Retry-After may only make it longer.</summary>
    public static TimeSpan? PauseAfter(int misses, TimeSpan? wish)
    {
        if (misses > Pauses.Length)
        {
            return null;
        }

        var (plan, wished) = (Pauses[misses - 1], wish ?? TimeSpan.Zero);
        return wished <= plan ? plan : wished < LongestWish ? wished : LongestWish;
    }
}
