using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Messages;

/// <summary>Event: this attempt brings no picture.</summary>
public sealed record GenerationFailed
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>How many attempts the theme's models allow in all; null where it was said before.</summary>
    public int? AttemptLimit { get; init; }

    public required string Code { get; init; }

    public required SceneFault Fault { get; init; }

    /// <summary>Whether another attempt may do better.</summary>
    public required bool Retryable { get; init; }

    /// <summary>What the provider said, with URLs taken out; for the timeline.</summary>
    public string? Detail { get; init; }

    /// <summary>The attempt to go on with; null for the next one.</summary>
    public int? NextAttempt { get; init; }

    /// <summary>How long to wait before it; null for the usual pause.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>What the provider bills all the same, in US dollars.</summary>
    public decimal Cost { get; init; }

    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
