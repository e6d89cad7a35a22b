namespace SceneGen.Assets.Messages;

/// <summary>Command: a scene names these files no more; remove those that no other scene names.</summary>
public sealed record DiscardPicture
{
    public required Guid SceneId { get; init; }

    public required string Sha256 { get; init; }

    public required string ThumbnailSha256 { get; init; }

    public string? LargeThumbnailSha256 { get; init; }

    /// <summary>The attempt whose files they are; null: whichever attempts of the scene name them.</summary>
    public int? Run { get; init; }

    /// <inheritdoc cref="Run"/>
    public int? Attempt { get; init; }
}
