namespace SceneGen.Simulator.Replicate.Models;

/// <summary>What a model's input asks for, the model's own names taken away.</summary>
internal sealed record PictureOrder
{
    public required string Prompt { get; init; }

    public required IReadOnlyList<string> ImageUrls { get; init; }

    public required long? Seed { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>png, jpg or webp.</summary>
    public required string Format { get; init; }

    public required int Quality { get; init; }
}
