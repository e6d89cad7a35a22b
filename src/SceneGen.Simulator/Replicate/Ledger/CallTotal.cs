namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>How often one route was answered with one status; null for not at all.</summary>
internal sealed record CallTotal(string Method, string Route, int? Status, int Times);
