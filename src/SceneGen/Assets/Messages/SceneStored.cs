using SceneGen.Scenes.Timeline;

namespace SceneGen.Assets.Messages;

/// <summary>Event: this attempt's picture and its thumbnail are kept.</summary>
public sealed record SceneStored
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    public required string Sha256 { get; init; }

    public required string ThumbnailSha256 { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Null: the picture's.</summary>
    public string? ThumbnailContentType { get; init; }

    /// <summary>Of the 960x540 thumbnail; null where the picture was passed through.</summary>
    public string? LargeThumbnailSha256 { get; init; }

    /// <summary>How long the provider took to paint it; null where that is not known.</summary>
    public TimeSpan? PaintedFor { get; init; }

    /// <summary>How long it took to fetch and to encode it.</summary>
    public TimeSpan? KeptFor { get; init; }

    public string? Blurhash { get; init; }

    public double? Sharpness { get; init; }

    /// <summary>Null where the avatar's colours were not known.</summary>
    public double? AvatarScore { get; init; }

    /// <summary>What happened on the way, for the timeline; none in events of an older version.</summary>
    public IReadOnlyList<Happened> Happened { get; init; } = [];
}
