namespace SceneGen.Generation.Traffic;

/// <summary>A permit for one call, or how long to wait before asking for it again.</summary>
internal sealed record Admission(TrafficPermit? Permit, TimeSpan Wait) : IDisposable
{
    public static Admission With(TrafficPermit permit) => new(permit, TimeSpan.Zero);

    public static Admission Later(TimeSpan wait) => new(Permit: null, wait);

    public void Dispose() => Permit?.Dispose();
}
