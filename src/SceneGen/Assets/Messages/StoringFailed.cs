using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Assets.Messages;

/// <summary>Event: this attempt's picture cannot be kept, for it is gone, not a picture, or a poor one.</summary>
public sealed record StoringFailed
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required string Code { get; init; }

    public required SceneFault Fault { get; init; }

    /// <summary>Whether another attempt may do better.</summary>
    public required bool Retryable { get; init; }

    /// <summary>What went wrong, with URLs taken out; for the timeline.</summary>
    public string? Detail { get; init; }

    /// <summary>It is a picture, and only not good enough: no second one is refused for that.</summary>
    public bool IsQualityMiss { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
