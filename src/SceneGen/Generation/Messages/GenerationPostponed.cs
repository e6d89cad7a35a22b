namespace SceneGen.Generation.Messages;

/// <summary>Event: the provider cannot be asked just now; this uses up no attempt.</summary>
public sealed record GenerationPostponed
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required TimeSpan Wait { get; init; }
}
