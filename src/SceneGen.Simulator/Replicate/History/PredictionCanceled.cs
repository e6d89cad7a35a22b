namespace SceneGen.Simulator.Replicate.History;

/// <summary>A cancellation that took effect.</summary>
internal sealed record PredictionCanceled(string Id, DateTimeOffset At) : ProviderEvent;
