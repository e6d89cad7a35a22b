namespace SceneGen.Assets.Messages;

/// <summary>Command: fetch this attempt's picture, make it 1920x1080 and keep it.</summary>
public sealed record StoreScene
{
    public required Guid SceneId { get; init; }

    public required int Run { get; init; }

    public required int Attempt { get; init; }

    /// <summary>Whoever knows this URL may fetch the picture: never logged or shown.</summary>
    public required string OutputUrl { get; init; }
}
