using System.Text.Json;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Pages;

/// <summary>The page's texts, which its scripts read as well.</summary>
internal static class UiWords
{
    private static readonly Dictionary<Language, IReadOnlyDictionary<string, string>> Texts =
        Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public static IReadOnlyDictionary<string, string> In(Language language) => Texts[language];

    private static IReadOnlyDictionary<string, string> Read(Language language)
        => JsonSerializer.Deserialize<Dictionary<string, string>>(
            UiFiles.Read($"{AnswerLanguage.TagOf(language)}.json"))!;
}
