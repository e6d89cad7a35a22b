namespace SceneGen.Generation.Traffic;

/// <summary>A permit for one call, or how long to wait before asking for it again.</summary>
internal sealed record Admission(TrafficPermit? Permit, TimeSpan Wait, TrafficStop? Stop) : IDisposable
{
    public static Admission With(TrafficPermit permit) => new(permit, TimeSpan.Zero, Stop: null);

    public static Admission Later(TimeSpan wait, TrafficStop stop) => new(Permit: null, wait, stop);

    public void Dispose() => Permit?.Dispose();
}
