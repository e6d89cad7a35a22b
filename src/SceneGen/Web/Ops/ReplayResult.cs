namespace SceneGen.Web.Ops;

/// <summary>How many messages are delivered again.</summary>
internal sealed record ReplayResult(int Replayed);
