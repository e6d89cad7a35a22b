using SceneGen.Themes.Placing;

namespace SceneGen.Themes.Variants;

/// <summary>What stands in place of a theme's own words; what is null stays.</summary>
public sealed record ThemeVariant
{
    public string? Prompt { get; init; }

    public Placement Placement { get; init; } = new();

    public Lighting Lighting { get; init; } = new();

    public string? Camera { get; init; }

    public string? Mood { get; init; }

    public List<string>? Palette { get; init; }

    public List<string>? Avoid { get; init; }
}
