namespace SceneGen.Simulator.Replicate;

/// <summary>A failure that a word in the prompt calls for.</summary>
internal sealed record Fault(string Word, FaultEffect Effect, string? Error = null);
