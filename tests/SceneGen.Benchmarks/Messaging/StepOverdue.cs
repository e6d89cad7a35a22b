namespace SceneGen.Benchmarks.Messaging;

public sealed record StepOverdue
{
    public required Guid WalkId { get; init; }
}
