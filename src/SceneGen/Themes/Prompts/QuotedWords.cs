using System.Globalization;
using System.Text;

namespace SceneGen.Themes.Prompts;

/// <summary>Words of others as data: short, on one line, between quotation marks that nothing in them can end.</summary>
internal static class QuotedWords
{
    // What ends a quotation, or stands for something else in a template of ours or of a model.
    private static readonly HashSet<int> Syntax = [.. "\"{}[]<>`|\\“”„‟«»〝〞＂".Select(character => (int)character)];

    /// <summary>Empty where no word is left.</summary>
    public static string Of(string? words, int limit)
    {
        var clean = new StringBuilder();
        foreach (var rune in (words ?? "").EnumerateRunes())
        {
            clean.Append(IsHarmless(rune) ? rune.ToString() : " ");
        }

        var tidy = string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var end = Math.Min(tidy.Length, limit);
        if (end > 0 && end < tidy.Length && char.IsHighSurrogate(tidy[end - 1]))
        {
            end--;
        }

        return end > 0 ? $"\"{tidy[..end].TrimEnd()}\"" : "";
    }

    private static bool IsHarmless(Rune rune) => !Syntax.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        _ => rune != Rune.ReplacementChar,
    };
}
