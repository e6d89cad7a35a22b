namespace SceneGen.Scenes.Timers;

/// <summary>Waits that grow.</summary>
public static class Backoff
{
    /// <summary>The wait before repeat <paramref name="repeat"/>, counted from 0.</summary>
    public static TimeSpan Wait(int repeat, TimeSpan first, double factor, TimeSpan max)
    {
        var seconds = first.TotalSeconds * Math.Pow(factor, repeat);
        return seconds < max.TotalSeconds ? TimeSpan.FromSeconds(seconds) : max;
    }
}
