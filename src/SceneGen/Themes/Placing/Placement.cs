using SceneGen.Assets.Messages;

namespace SceneGen.Themes.Placing;

/// <summary>Where and how the avatar is placed; what is null here is as it is usual.</summary>
public sealed record Placement
{
    private const double HeightInWidths = 9d / 16;

    /// <summary>What holds where a theme does not say otherwise.</summary>
    public static Placement Usual { get; } = new()
    {
        Anchor = new Anchor { X = 0.5, Y = 0.92 },
        Scale = 0.6,
        Facing = Placing.Facing.Viewer,
        Ground = new Ground { Surface = "the ground", Shadow = "a soft contact shadow where it meets the ground" },
        SafeArea = new SafeArea(),
    };

    public Anchor? Anchor { get; init; }

    /// <summary>The avatar's height, in fractions of the frame's.</summary>
    public double? Scale { get; init; }

    /// <summary>The most it is wide, in fractions of the frame's width; null: as wide as it is high.</summary>
    public double? Width { get; init; }

    public Facing? Facing { get; init; }

    /// <summary>Such as <c>leaning a little forward</c>.</summary>
    public string? Pose { get; init; }

    public Ground Ground { get; init; } = new();

    public SafeArea? SafeArea { get; init; }

    public Placement Over(Placement usual) => new()
    {
        Anchor = Anchor ?? usual.Anchor,
        Scale = Scale ?? usual.Scale,

        // A width was meant for its scale.
        Width = Width ?? (Scale is null ? usual.Width : null),
        Facing = Facing ?? usual.Facing,
        Pose = Pose ?? usual.Pose,
        Ground = Ground.Over(usual.Ground),
        SafeArea = SafeArea ?? usual.SafeArea,
    };

    /// <summary>The part of the frame that the avatar fills, of a placement that is complete.</summary>
    public FrameBox ToBox()
    {
        var (anchor, height) = (Anchor!, Scale!.Value);
        var width = Width ?? height * HeightInWidths;
        return new FrameBox(
            Rounded(anchor.X - (width / 2)), Rounded(anchor.Y - height), Rounded(width), Rounded(height));
    }

    private static double Rounded(double fraction) => Math.Round(fraction, 4);
}
