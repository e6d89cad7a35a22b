using SceneGen.Scenes.Words;
using SceneGen.Themes.Words;

namespace SceneGen.Themes.Files;

/// <summary>What makes the words wrong that people read of a theme.</summary>
internal static class WordRules
{
    public static IEnumerable<(string Path, string Reason)> Faults(Theme theme)
        => Faults("", ThemeWords.Of(theme, Language.English), theme.Tags.Count)
            .Concat(theme.Translations.De is { } german ? Faults("translations.de.", german, theme.Tags.Count) : []);

    private static IEnumerable<(string Path, string Reason)> Faults(string place, ThemeWords words, int tags)
    {
        if (words.Name.Length is 0 or > 60)
        {
            yield return ($"{place}name", $"{place}name has to be 1 to 60 characters.");
        }

        if (words.Description.Length is 0 or > 300)
        {
            yield return ($"{place}description", $"{place}description has to be 1 to 300 characters.");
        }

        if (words.Tags.Exists(tag => tag is null or { Length: 0 or > 30 }))
        {
            yield return ($"{place}tags", $"{place}tags have 1 to 30 characters each.");
        }

        if (words.Tags.Count != tags)
        {
            yield return ($"{place}tags", $"{place}tags have to be as many as tags.");
        }
    }
}
