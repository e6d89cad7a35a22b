using SceneGen.Generation.Traffic.Pacing;

namespace SceneGen.Generation.Polling;

/// <summary>
/// When many pictures are being painted, they are looked at together: on the beats of a clock that all instances share,
/// which are the further apart the more there are.
/// </summary>
internal sealed class Beat(TimeProvider time)
{
    /// <summary>From more than so many on, a page of the list costs less than the reads it saves.</summary>
    public const int Few = 20;

    private const int PicturesASecond = 50;
    private const double Longest = 5;

    private readonly Lock _lock = new();
    private readonly RollingCount _looks = new(TimeSpan.FromSeconds(15));

    public bool IsBusy => Recent() > Few;

    private TimeSpan Length
        => TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling((double)Recent() / PicturesASecond), 1, Longest));

    /// <summary>A prediction has begun, or is looked at.</summary>
    public void Count()
    {
        lock (_lock)
        {
            _looks.Add(time.GetUtcNow());
        }
    }

    /// <summary>Whether no beat has begun since then.</summary>
    public bool IsSince(DateTimeOffset moment) => time.GetUtcNow().UtcTicks / Length.Ticks == moment.UtcTicks / Length.Ticks;

    public TimeSpan UntilNext() => From(TimeSpan.FromTicks(1));

    /// <summary>The wait until the first beat that is not before the end of this one.</summary>
    public TimeSpan From(TimeSpan wait)
    {
        var beat = Length.Ticks;
        var due = (time.GetUtcNow() + wait).UtcTicks;
        return wait + TimeSpan.FromTicks((beat - (due % beat)) % beat);
    }

    private int Recent()
    {
        lock (_lock)
        {
            return _looks.Total(time.GetUtcNow());
        }
    }
}
