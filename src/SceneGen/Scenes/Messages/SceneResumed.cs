namespace SceneGen.Scenes.Messages;

/// <summary>Event: the service has started again; whatever waited in its memory is asked for anew.</summary>
public sealed record SceneResumed
{
    public required Guid SceneId { get; init; }
}
