using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>Calls of one kind; with a prediction's id where that prediction counts them too.</summary>
internal sealed record CallsMade(ProviderCall Call, string? Id, int Times) : ProviderEvent;
