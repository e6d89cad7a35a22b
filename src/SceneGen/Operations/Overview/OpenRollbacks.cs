namespace SceneGen.Operations.Overview;

/// <summary>Rollbacks that nobody has answered yet; of the cases an operator has to see to.</summary>
internal sealed record OpenRollbacks(int Count, int Cases, DateTimeOffset? Oldest);
