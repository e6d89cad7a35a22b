namespace SceneGen.Generation.Messages;

/// <summary>Command, on a timer: ask the provider how this attempt's prediction stands.</summary>
public sealed record CheckGeneration
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>The number of this check, from 1; null for one out of turn, from which the numbers go on.</summary>
    public int? Check { get; init; }

    /// <summary>The scene's time is over: a picture that is painted still counts, one that is being painted does not.</summary>
    public bool IsLast { get; init; }
}
