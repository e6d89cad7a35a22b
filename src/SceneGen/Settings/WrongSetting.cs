using System.Globalization;
using System.Text.Json;

namespace SceneGen.Settings;

internal sealed record WrongSetting
{
    private const int LongestShown = 100;

    private static readonly string[] SecretNames = ["Token", "Secret", "Key", "Password", "ConnectionString"];

    private WrongSetting(string sentence)
    {
        Sentence = sentence.TrimEnd('.') + ".";
    }

    public string Sentence { get; }

    public static WrongSetting Of(string key, object? value, string mend) =>
        new($"{key} is {Show(key, value)}: {mend}");

    public static WrongSetting OfSection(string key, string mend) => new($"{key} is a section or a list: {mend}");

    public static WrongSetting Whole(string sentence) => new(sentence);

    private static string Show(string key, object? value)
    {
        var shown = Show(value);
        return HidesValue(key, shown) ? "set to a value not shown" : shown;
    }

    private static string Show(object? value) => value switch
    {
        null => "missing",
        "" => "empty",
        string text => Quote(text),
        TimeSpan duration => Duration.Format(duration),
        bool flag => flag ? "true" : "false",
        Enum name => JsonNamingPolicy.CamelCase.ConvertName(name.ToString()),
        IEnumerable<string> entries => entries.Any() ? string.Join(", ", entries.Select(Quote)) : "empty",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "empty",
    };

    private static string Quote(string text) =>
        text.Length <= LongestShown ? $"'{text}'" : $"'{text[..LongestShown]}...'";

    private static bool HidesValue(string key, string shown) =>
        shown is not ("missing" or "empty")
        && (SecretNames.Any(name => key.Contains(name, StringComparison.OrdinalIgnoreCase)) || HoldsUrlSecret(shown));

    // Passwords travel in a URL's user part, tokens in its query.
    private static bool HoldsUrlSecret(string shown) =>
        shown.Contains("://", StringComparison.Ordinal) && shown.AsSpan().ContainsAny('@', '?');
}
