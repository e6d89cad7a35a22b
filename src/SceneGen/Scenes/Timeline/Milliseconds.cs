namespace SceneGen.Scenes.Timeline;

/// <summary>Durations as entries have them.</summary>
internal static class Milliseconds
{
    /// <summary>None, where two clocks do not agree; at most three weeks and a half, for more is no number.</summary>
    public static int Of(TimeSpan duration) => (int)Math.Clamp(duration.TotalMilliseconds, 0, int.MaxValue);
}
