namespace SceneGen.Operations.Invariants;

/// <summary>What one look has found.</summary>
/// <param name="Figures">How many there are of what was looked at.</param>
/// <param name="Breaches">What is not as it should be; the same breach has the same words at each look.</param>
internal sealed record Finding(string Figures, IReadOnlyList<string> Breaches);
