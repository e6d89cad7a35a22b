using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SceneGen.Scenes.Words;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Pages;

/// <summary>The page in one language.</summary>
internal static partial class UiTemplate
{
    private static readonly Dictionary<Language, string> Pages =
        Enum.GetValues<Language>().ToDictionary(language => language, Fill);

    /// <summary>The root is the way from the page's address to the service's own: nothing, or <c>../</c>.</summary>
    public static string In(Language language, string root, PageFrame frame, Reading reading)
        => PlaceOfRequest().Replace(Pages[language], place => place.Groups["name"].Value switch
        {
            "root" => root,
            "sharing" => frame.Sharing,
            "avatars" => frame.AvatarSources,
            "refresh" => reading.Head.Text,
            _ => reading.Body.Text,
        });

    private static string Fill(Language language)
    {
        var words = UiWords.In(language);

        // As JSON is written here, none of its characters ends the element it stands in.
        return PlaceOfWord().Replace(UiFiles.ReadPage("index.html"), place => place.Groups["name"].Value is "words"
            ? JsonSerializer.Serialize(words)
            : WebUtility.HtmlEncode(words[place.Groups["name"].Value]));
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex PlaceOfWord();

    [GeneratedRegex(@"\[\[(?<name>root|sharing|avatars|refresh|reading)\]\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 30_000)]
    private static partial Regex PlaceOfRequest();
}
