namespace SceneGen.Scenes.Messages;

/// <summary>Command: the user deletes a scene that has ended. Its row stays as a tombstone without anything personal.</summary>
public sealed record EraseScene
{
    public required Guid SceneId { get; init; }
}
