namespace SceneGen.Web.Ops;

/// <summary>The parked messages to deliver again.</summary>
internal sealed record ReplayRequest(IReadOnlyList<long>? Ids, string? Reason);
