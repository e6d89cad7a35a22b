namespace SceneGen.Simulator.Painting;

/// <summary>A picture to paint: the figures, in their own bytes, in a scene that suits the prompt.</summary>
internal sealed record SceneOrder
{
    public required string Prompt { get; init; }

    public required long? Seed { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>png, jpg or webp.</summary>
    public required string Format { get; init; }

    public required int Quality { get; init; }

    public required IReadOnlyList<byte[]> Figures { get; init; }
}
