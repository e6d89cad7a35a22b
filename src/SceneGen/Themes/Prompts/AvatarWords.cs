using SceneGen.Contracts;

namespace SceneGen.Themes.Prompts;

/// <summary>An avatar in the words of a prompt.</summary>
internal sealed record AvatarWords(string Noun, string Name, string Description)
{
    public const int LongestName = 100;
    private const int LongestDescription = 500;

    public static AvatarWords Of(AvatarDescription? avatar, int longestDescription = LongestDescription) => new(
        NounOf(avatar?.Kind),
        QuotedWords.Of(avatar?.Name, LongestName),
        QuotedWords.Of(avatar?.Description, longestDescription));

    /// <summary>The avatar as it is introduced: what it is, and what others say of it.</summary>
    public string Introduction => (Name, Description) switch
    {
        ("", "") => $"{Noun} from the reference picture",
        (_, "") => $"{Noun} from the reference picture (named {Name})",
        ("", _) => $"{Noun} from the reference picture (described as {Description})",
        _ => $"{Noun} from the reference picture (named {Name}, described as {Description})",
    };

    public bool Quotes => Name.Length > 0 || Description.Length > 0;

    private static string NounOf(AvatarKind? kind) => kind switch
    {
        AvatarKind.Human => "person",
        AvatarKind.Animal => "animal",
        AvatarKind.Robot => "robot",
        AvatarKind.Creature => "creature",
        AvatarKind.Object => "object",
        null => "figure",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no word for this kind."),
    };
}
