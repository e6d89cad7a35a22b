namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>How the work ended: with a picture, with an error, or with neither (succeeded without output).</summary>
internal sealed record PredictionOutcome(DateTimeOffset At, string? File, string? Error);
