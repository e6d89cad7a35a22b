using System.Text.Json;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The page's own words, so that a test finds things as a reader of that language does.</summary>
public sealed class Words
{
    private readonly Dictionary<string, string> _texts;

    private Words(Dictionary<string, string> texts) => _texts = texts;

    public string this[string name] => _texts[name];

    public static Words In(string language)
    {
        var file = Repository.PathOf($"src/SceneGen/Web/Ui/words/{language}.json");
        return new Words(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!);
    }

    /// <summary>What comes before the first value that a text is filled with.</summary>
    public string Start(string name) => _texts[name].Split('{')[0];
}
