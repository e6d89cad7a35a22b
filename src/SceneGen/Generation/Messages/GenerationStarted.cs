using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation.Messages;

/// <summary>Event: the provider works on this attempt's picture.</summary>
public sealed record GenerationStarted
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>How many attempts the theme's models allow in all.</summary>
    public required int AttemptLimit { get; init; }

    public required string PredictionId { get; init; }

    public required string Model { get; init; }

    public required int ThemeVersion { get; init; }

    /// <summary>Of the theme's file.</summary>
    public string? ThemeHash { get; init; }

    public string? ThemeLabel { get; init; }

    /// <summary>As the provider names it; null where its answer was lost.</summary>
    public string? ModelVersion { get; init; }

    public required string Prompt { get; init; }

    public int? Seed { get; init; }

    /// <summary>Whether the provider reports the end by itself.</summary>
    public bool IsReported { get; init; }

    /// <summary>Whether it has reported already.</summary>
    public bool IsHinted { get; init; }

    /// <summary>How long to wait before the first check; null: the settings' own wait.</summary>
    public TimeSpan? FirstCheck { get; init; }

    /// <summary>What the prediction costs, in US dollars.</summary>
    public decimal Price { get; init; }

    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
