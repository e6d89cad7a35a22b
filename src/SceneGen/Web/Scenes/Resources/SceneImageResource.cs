namespace SceneGen.Web.Scenes.Resources;

/// <summary>A scene's picture as callers see it.</summary>
internal sealed record SceneImageResource
{
    public required string Url { get; init; }

    public required string ThumbnailUrl { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required string ContentType { get; init; }

    public required long Bytes { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>The picture in a few characters, to be shown while it loads; null where it was not measured.</summary>
    public string? Blurhash { get; init; }

    /// <summary>When the picture is removed; the scene stays.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }
}
