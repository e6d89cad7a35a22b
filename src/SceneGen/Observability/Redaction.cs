using System.Text;
using System.Text.RegularExpressions;

namespace SceneGen.Observability;

/// <summary>
/// Makes a text of others fit to be stored, logged and shown: one short line without URLs, tokens and files. Providers
/// repeat the avatar's URL, which may be signed, and whatever else they were given.
/// </summary>
internal static partial class Redaction
{
    private const int LongestRead = 50_000;
    private const int LongestKept = 300;
    private const int Timeout = 1000;

    /// <summary>The text cut short, for the timeline and the log.</summary>
    public static string Of(string? text)
    {
        var clean = Whole(text);
        return clean.Length <= LongestKept ? clean : clean[..EndWithin(clean)];
    }

    /// <summary>The text as long as it was, to look for words in it.</summary>
    public static string Whole(string? text)
    {
        try
        {
            var line = OneLine(text ?? "");
            line = Url().Replace(line, "(URL)");
            line = AfterUrl().Replace(line, "url: (URL)");
            line = Query().Replace(line, "(query)");
            line = Bearer().Replace(line, "(token)");
            line = Secret().Replace(line, "${name}=(secret)");
            return Token().Replace(line, "(token)");
        }
        catch (RegexMatchTimeoutException)
        {
            return "(a text that could not be read)";
        }
    }

    /// <summary>Without what forges lines of a log or a database refuses: control characters and half ones.</summary>
    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, LongestRead)).EnumerateRunes())
        {
            var isBlank = Rune.IsControl(rune) || Rune.IsWhiteSpace(rune);
            if (!isBlank)
            {
                line.Append(rune);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    private static int EndWithin(string text)
        => char.IsHighSurrogate(text[LongestKept - 1]) ? LongestKept - 1 : LongestKept;

    [GeneratedRegex(@"[a-z][a-z0-9+.-]{0,30}:(//|\\/\\/)\S+|(?<![\w/:])//\S+|\bdata:\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Url();

    [GeneratedRegex(@"\burl: (?!\(URL\))\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex AfterUrl();

    [GeneratedRegex(@"(?<!\S)[^\s?]*\?[^\s=]*=\S*", RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Query();

    [GeneratedRegex(@"\b(bearer|basic)\s+[\w.~+/-]{8,}=*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Bearer();

    [GeneratedRegex(@"\b(?<name>x-amz-[a-z-]{1,30}|x-goog-[a-z-]{1,30}|api[_-]?(key|token)|access[_-]?(key|token)|token|secret|password|signature|sig|authorization|credential)[""']?\s?[=:]\s?(?!\(token\))[""']?[^\s,;&""'}]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Secret();

    /// <summary>Known by their beginning, or by their length and a digit in them.</summary>
    [GeneratedRegex(@"\b(r8_|whsec_|sk-|hf_|gh[ps]_|AKIA)[\w+/=-]+|(?<![\w+/-])(?=[a-z0-9_+/-]*[0-9])[a-z0-9_+/-]{32,}=*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Token();
}
