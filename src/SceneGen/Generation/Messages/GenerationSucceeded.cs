using SceneGen.Assets.Messages;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Messages;

/// <summary>Event: the provider finished this attempt's picture; it can be fetched for about an hour.</summary>
public sealed record GenerationSucceeded
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>How many attempts the theme's models allow in all; null where that is not known.</summary>
    public int? AttemptLimit { get; init; }

    /// <summary>Whoever knows this URL may fetch the picture: never logged or shown.</summary>
    public required string OutputUrl { get; init; }

    /// <summary>Where the theme placed the avatar; null where that is not known.</summary>
    public FrameBox? AvatarBox { get; init; }

    /// <summary>What the theme asks for at least; null: the setting's.</summary>
    public double? MinSharpness { get; init; }

    /// <summary>What the theme asks for at least; null: the setting's.</summary>
    public double? MinAvatarScore { get; init; }

    /// <summary>When it was finished, by the provider's clock; null where that is not said.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How long the provider says it took; null where that is not said.</summary>
    public TimeSpan? PaintedFor { get; init; }

    /// <summary>It was asked for again, because the stored file was lost.</summary>
    public bool IsFoundAgain { get; init; }

    /// <summary>The prediction, where the scene has not followed it: an earlier run has paid for it.</summary>
    public string? PredictionId { get; init; }

    /// <summary>What the provider bills for it, in US dollars.</summary>
    public decimal Cost { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
