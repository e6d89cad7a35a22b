namespace SceneGen.Data.Leases;

/// <summary>A work that one instance at a time does.</summary>
public sealed class Lease
{
    /// <summary>The work.</summary>
    public string Name { get; set; } = "";

    /// <summary>From then on any instance may do it, UTC.</summary>
    public DateTimeOffset EndsAt { get; set; }
}
