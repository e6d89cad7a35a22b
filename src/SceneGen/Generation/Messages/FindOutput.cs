namespace SceneGen.Generation.Messages;

/// <summary>Command: the stored picture of this attempt is lost; say where it is, if the provider still has it.</summary>
public sealed record FindOutput
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }
}
