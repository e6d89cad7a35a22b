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

    public required string Prompt { get; init; }

    public int? Seed { get; init; }

    /// <summary>Whether the provider reports the end by itself.</summary>
    public bool IsReported { get; init; }

    /// <summary>Whether it has reported already.</summary>
    public bool IsHinted { get; init; }

    /// <summary>What the prediction costs, in US dollars.</summary>
    public decimal Price { get; init; }

    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }
}
