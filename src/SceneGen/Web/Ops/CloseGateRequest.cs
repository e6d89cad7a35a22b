namespace SceneGen.Web.Ops;

/// <summary>Why the operator closes a gate.</summary>
internal sealed record CloseGateRequest(string? Reason);
