using SceneGen.Scenes.Words;

namespace SceneGen.Themes.Words;

/// <summary>What those who choose a theme read of it.</summary>
public sealed record ThemeWords
{
    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>As many as the theme has.</summary>
    public List<string> Tags { get; init; } = [];

    /// <summary>In a language into which nobody has put them, the words of the file.</summary>
    internal static ThemeWords Of(Theme theme, Language language)
        => (language is Language.German ? theme.Translations.De : null)
            ?? new ThemeWords { Name = theme.Name, Description = theme.Description, Tags = theme.Tags };
}
