namespace SceneGen.Generation.Traffic;

/// <summary>What keeps a call from being made for now, and why.</summary>
internal sealed record TrafficStop(string Gate, string Reason)
{
    /// <summary>No gate, but waited at like one: as many calls were made as may be for now.</summary>
    public static readonly TrafficStop Budget = new("budget", "budget_used_up");
}
