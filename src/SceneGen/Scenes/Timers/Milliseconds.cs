namespace SceneGen.Scenes.Timers;

/// <summary>Durations as entries of the timeline have them.</summary>
internal static class Milliseconds
{
    /// <summary>None, where two clocks do not agree; at most three weeks and a half, for more is no number.</summary>
    public static int Of(TimeSpan duration) => (int)Math.Clamp(duration.TotalMilliseconds, 0, int.MaxValue);
}
