using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web;

/// <summary>The page in one language: its texts stand in a file of their own, which its scripts read as well.</summary>
internal static partial class UiTemplate
{
    private static readonly Dictionary<Language, string> Pages =
        Enum.GetValues<Language>().ToDictionary(language => language, Fill);

    public static string In(Language language) => Pages[language];

    private static string Fill(Language language)
    {
        var words = JsonSerializer.Deserialize<Dictionary<string, string>>(
            Read($"{AnswerLanguage.TagOf(language)}.json"))!;

        // As JSON is written here, none of its characters ends the element it stands in.
        return Place().Replace(Read("index.html"), place => place.Groups["name"].Value is "words"
            ? JsonSerializer.Serialize(words)
            : WebUtility.HtmlEncode(words[place.Groups["name"].Value]));
    }

    private static string Read(string name)
    {
        using var file = new StreamReader(typeof(UiTemplate).Assembly.GetManifestResourceStream($"ui/{name}")!);
        return file.ReadToEnd();
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
