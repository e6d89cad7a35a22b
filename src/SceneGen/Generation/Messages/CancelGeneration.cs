namespace SceneGen.Generation.Messages;

/// <summary>Command: the scene needs this prediction no more; stop it at the provider.</summary>
public sealed record CancelGeneration
{
    public required Guid SceneId { get; init; }

    public required string PredictionId { get; init; }
}
