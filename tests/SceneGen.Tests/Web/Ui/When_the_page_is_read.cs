using System.Text.Json;
using System.Text.RegularExpressions;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Conventions;
using SceneGen.Tests.Scenes.Words;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Pages;

namespace SceneGen.Tests.Web.Ui;

public sealed partial class When_the_page_is_read
{
    private const string Folder = "src/SceneGen/Web/Ui/";

    private static readonly Dictionary<Language, Dictionary<string, string>> Words =
        Languages.All.ToDictionary(language => language, Read);

    [Fact]
    public void every_language_has_the_same_words()
        => Assert.All(Words.Values, words => Assert.Equal(Words[Language.English].Keys, words.Keys));

    [Fact]
    public void no_word_is_empty_or_asks_for_other_values_than_in_english()
        => Assert.All(Words.Values.SelectMany(words => words), word =>
        {
            Assert.NotEqual("", word.Value.Trim());
            Assert.Equal(ValuesIn(Words[Language.English][word.Key]), ValuesIn(word.Value));
        });

    [Fact]
    public void every_word_is_used_and_every_used_one_is_there()
    {
        var used = Place().Matches(Text("index.html")).Select(match => match.Groups["name"].Value).Where(name => name != "words")
            .Concat(Said().Matches(File.ReadAllText(Repository.PathOf("src/SceneGen/Web/Pages/PageReader.cs"))
                + File.ReadAllText(Repository.PathOf("src/SceneGen/Web/Pages/SceneMarkup.cs"))).Select(match => match.Groups["name"].Value))
            .Concat(Scripts().SelectMany(script => Use().Matches(script)).Select(match => match.Groups["name"].Value));

        Assert.Equal(Words[Language.English].Keys.Order(), used.Distinct().Order());
    }

    [Fact]
    public void the_page_says_its_language_and_leaves_no_place_empty()
        => Assert.All(Languages.All, language =>
        {
            var page = UiTemplate.In(language, root: "", Frames.Of(LinkMode.Open), new Reading(Markup.Empty));
            Assert.Contains($"<html lang=\"{AnswerLanguage.TagOf(language)}\" ", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{\{|\[\[", page);
        });

    [Fact]
    public void the_page_itself_holds_no_words()
        => Assert.DoesNotMatch(@">[^<{]*\b(?!SceneGen|fail)[A-Za-z]{2,}[^<{]*</(h1|h2|p|button|a|li|dt|label|span|legend)>", Text("index.html"));

    private static Dictionary<string, string> Read(Language language)
        => JsonSerializer.Deserialize<Dictionary<string, string>>(
            Text($"words/{AnswerLanguage.TagOf(language)}.json"))!;

    private static string Text(string name) => File.ReadAllText(Repository.PathOf(Folder + name));

    private static IEnumerable<string> Scripts()
        => Directory.EnumerateFiles(Repository.PathOf(Folder + "page"), "*.js").Select(File.ReadAllText);

    private static IEnumerable<string> ValuesIn(string text) => Value().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@"\bwords\.(?!js\b)(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Use();

    [GeneratedRegex("words\\[\"(?<name>\\w+)\"\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
