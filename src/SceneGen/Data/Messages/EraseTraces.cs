namespace SceneGen.Data.Messages;

/// <summary>Command: nothing of an erased scene stays but its tombstone, neither what was asked nor what happened.</summary>
public sealed record EraseTraces
{
    public required Guid SceneId { get; init; }
}
