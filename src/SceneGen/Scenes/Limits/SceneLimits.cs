using System.Globalization;

namespace SceneGen.Scenes.Limits;

/// <summary>The contract's limits, in characters.</summary>
internal static class SceneLimits
{
    public const int SessionId = 128;
    public const int AvatarUrl = 2048;
    public const int AvatarName = 100;
    public const int AvatarDescription = 500;
    public const int Reason = 500;
    public const int Theme = 50;

    public static bool IsSessionId(string? text)
        => text is { Length: > 0 and <= SessionId } && !text.Any(IsInvisible);

    private static bool IsInvisible(char character)
        => char.IsWhiteSpace(character)
            || char.IsControl(character)
            || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned;
}
