using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Themes.Asking;
using SceneGen.Themes.Placing;

namespace SceneGen.Themes.Variants;

/// <summary>A theme as it is for one kind of avatar under one label: whole, with nothing left to choose.</summary>
internal sealed record Staging
{
    public required Theme Theme { get; init; }

    public required ThemeLabel? Label { get; init; }

    public required AvatarKind? Kind { get; init; }

    public required string Prompt { get; init; }

    public required Placement Placement { get; init; }

    public required Lighting Lighting { get; init; }

    public required string? Camera { get; init; }

    public required string? Mood { get; init; }

    public required IReadOnlyList<string> Palette { get; init; }

    public required IReadOnlyList<string> Avoid { get; init; }

    public FrameBox Box => Placement.ToBox();

    public ModelOverride? OverrideOf(string model) => Theme.Overrides.GetValueOrDefault(model);

    /// <summary>The kind's own words come before the label's, and those before the theme's.</summary>
    public static Staging Of(Theme theme, AvatarKind? kind, ThemeLabel? label)
    {
        var (own, change) = (theme.Avatars.For(kind) ?? new ThemeVariant(), label?.Change ?? new ThemeVariant());
        return new Staging
        {
            Theme = theme,
            Label = label,
            Kind = kind,
            Prompt = own.Prompt ?? change.Prompt ?? theme.Prompt,
            Placement = own.Placement.Over(change.Placement).Over(theme.Placement).Over(Placement.Usual),
            Lighting = own.Lighting.Over(change.Lighting).Over(theme.Lighting),
            Camera = own.Camera ?? change.Camera ?? theme.Camera,
            Mood = own.Mood ?? change.Mood ?? theme.Mood,
            Palette = own.Palette ?? change.Palette ?? theme.Palette,
            Avoid = own.Avoid ?? change.Avoid ?? theme.Avoid,
        };
    }
}
