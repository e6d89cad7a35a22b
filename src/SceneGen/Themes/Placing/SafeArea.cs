namespace SceneGen.Themes.Placing;

/// <summary>The part of the frame that holds the whole avatar: the margins that are left free, in fractions of the frame.</summary>
public sealed record SafeArea
{
    public double Left { get; init; } = 0.04;

    public double Top { get; init; } = 0.04;

    public double Right { get; init; } = 0.04;

    public double Bottom { get; init; } = 0.02;
}
