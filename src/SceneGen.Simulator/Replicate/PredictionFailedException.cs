namespace SceneGen.Simulator.Replicate;

/// <summary>Ends a prediction as failed; the message becomes its error, addresses and all.</summary>
internal sealed class PredictionFailedException(string message) : Exception(message);
