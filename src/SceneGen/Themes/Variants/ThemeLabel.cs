namespace SceneGen.Themes.Variants;

/// <summary>A variant that a share of the sessions sees.</summary>
public sealed record ThemeLabel
{
    public string Id { get; init; } = "";

    /// <summary>Its share, in proportion to the other labels' weights.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>In place of the theme's.</summary>
    public List<string> Models { get; init; } = [];

    public ThemeVariant Change { get; init; } = new();
}
