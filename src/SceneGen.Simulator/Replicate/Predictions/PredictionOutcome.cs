namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>How a prediction's work ended: with a file, with an error, or with neither (succeeded without output).</summary>
internal sealed record PredictionOutcome(DateTimeOffset At, string? File, string? Error);
