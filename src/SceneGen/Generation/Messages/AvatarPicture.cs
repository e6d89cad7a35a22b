namespace SceneGen.Generation.Messages;

/// <summary>What is known of a scene's avatar since it was looked at.</summary>
public sealed record AvatarPicture
{
    public required string Sha256 { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required long Bytes { get; init; }

    /// <summary>The dominant ones as <c>#rrggbb</c>, the most frequent first; empty where they are not known.</summary>
    public IReadOnlyList<string> Colours { get; init; } = [];

    /// <summary>Where the provider has its bytes; null where it fetches them itself.</summary>
    public string? FileUrl { get; init; }

    public DateTimeOffset? FileExpiresAt { get; init; }
}
