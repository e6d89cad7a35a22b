namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>The machine's, which a test may set forward.</summary>
internal sealed class LeapingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _ahead));

    public override long GetTimestamp()
        => base.GetTimestamp() + (long)(TimeSpan.FromTicks(Volatile.Read(ref _ahead)).TotalSeconds * TimestampFrequency);

    public void Leap(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
