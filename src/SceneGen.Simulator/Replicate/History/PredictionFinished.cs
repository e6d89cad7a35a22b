using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>The end of the work on a prediction.</summary>
internal sealed record PredictionFinished(string Id, PredictionOutcome Outcome) : ProviderEvent;
