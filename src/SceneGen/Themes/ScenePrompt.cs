using System.Text;
using System.Text.RegularExpressions;
using SceneGen.Contracts;

namespace SceneGen.Themes;

/// <summary>A theme's prompt, filled in for one avatar. The same theme and avatar always give the same text.</summary>
public static partial class ScenePrompt
{
    private const string Kind = "{avatar.kind}";
    private const string Name = "{avatar.name}";
    private const string Description = "{avatar.description}";

    public static IReadOnlyList<string> Placeholders { get; } = [Kind, Name, Description];

    public static string Render(Theme theme, AvatarDescription? avatar, int limit, bool oneLine = true)
    {
        var text = AnyPlaceholder().Replace(theme.Prompt, match => match.Value switch
        {
            Kind => KindInWords(avatar?.Kind),
            Name => Quoted(avatar?.Name, fallback: "the avatar"),
            Description => Quoted(avatar?.Description, fallback: "shown there"),
            var unknown => throw new InvalidDataException($"{unknown} stands for nothing."),
        });

        var lines = oneLine ? [text] : text.Split('\n');
        var tidy = string.Join('\n', lines.Select(line => WhiteSpace().Replace(line, " ").Trim())).Trim();
        return tidy.Length <= limit ? tidy : tidy[..EndWithin(tidy, limit)];
    }

    internal static IEnumerable<string> UnknownPlaceholders(string prompt)
        => AnyPlaceholder().Matches(prompt).Select(match => match.Value).Except(Placeholders);

    private static int EndWithin(string text, int limit) => char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;

    private static string KindInWords(AvatarKind? kind) => kind switch
    {
        AvatarKind.Human => "person",
        AvatarKind.Animal => "animal",
        AvatarKind.Robot => "robot",
        AvatarKind.Creature => "creature",
        AvatarKind.Object => "object",
        null => "figure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no word for this kind."),
    };

    /// <summary>Between quotation marks, without a character that could end them, begin a placeholder or break the line.</summary>
    private static string Quoted(string? words, string fallback)
    {
        var clean = new StringBuilder();
        foreach (var character in words ?? "")
        {
            clean.Append(char.IsControl(character) || character is '"' or '{' or '}' or '[' or ']' ? ' ' : character);
        }

        var trimmed = clean.ToString().Trim();
        return trimmed.Length > 0 ? $"\"{trimmed}\"" : fallback;
    }

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyPlaceholder();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
