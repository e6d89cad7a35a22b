namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>A clock that stands still until it is moved; its timers run in real time.</summary>
internal sealed class SettableClock(DateTimeOffset? start = null) : TimeProvider
{
    private long _ticks = (start ?? new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero)).UtcTicks;

    public override DateTimeOffset GetUtcNow()
    {
        return new DateTimeOffset(Interlocked.Read(ref _ticks), TimeSpan.Zero);
    }

    public void Advance(TimeSpan by)
    {
        Interlocked.Add(ref _ticks, by.Ticks);
    }
}
