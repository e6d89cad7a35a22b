namespace SceneGen.Operations.Overview;

/// <summary>How many scenes are in a state; the ages only where something is still to come.</summary>
internal sealed record StateCount(string State, long Count, SceneAges? Ages);
