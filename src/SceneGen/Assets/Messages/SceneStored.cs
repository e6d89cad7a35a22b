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
}
