namespace SceneGen.Themes.Words;

/// <summary>A theme's words in the languages beside English, in which the file itself is written.</summary>
public sealed record ThemeTranslations
{
    public ThemeWords? De { get; init; }
}
