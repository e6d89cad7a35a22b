namespace SceneGen.Benchmarks.Messaging;

public sealed record TakeStep
{
    public required Guid WalkId { get; init; }

    public required int Number { get; init; }

    public required int Last { get; init; }

    /// <summary>Whether the next step is published; otherwise it is sent to the walks' own queue.</summary>
    public required bool IsPublished { get; init; }
}
