namespace SceneGen.Themes.Placing;

/// <summary>Where the avatar touches the ground, in fractions of the frame from its top left corner.</summary>
public sealed record Anchor
{
    public double X { get; init; }

    public double Y { get; init; }
}
