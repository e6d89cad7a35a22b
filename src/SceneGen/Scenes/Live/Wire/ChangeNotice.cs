using System.Globalization;

namespace SceneGen.Scenes.Live.Wire;

/// <summary>
/// The text of a notification: who sends it, and which scenes have come how far, none meaning that the sender watches.
/// </summary>
internal sealed record ChangeNotice(string Instance, IReadOnlyDictionary<Guid, int?> Changes)
{
    /// <summary>PostgreSQL takes fewer than 8,000 bytes; a change is 44 at most.</summary>
    private const int MostChanges = 170;

    private const char AfterInstance = ' ';
    private const char BetweenChanges = ',';
    private const char BeforeSequence = ':';

    public bool IsInterest => Changes.Count == 0;

    public static string Interest(string instance) => instance;

    public static IEnumerable<string> Of(string instance, IReadOnlyDictionary<Guid, int?> changes)
        => changes.Chunk(MostChanges).Select(some => string.Create(
            CultureInfo.InvariantCulture,
            $"{instance}{AfterInstance}{string.Join(BetweenChanges, some.Select(Write))}"));

    /// <summary>What cannot be read, as of a newer version, is left out.</summary>
    public static ChangeNotice Parse(string text)
    {
        var end = text.IndexOf(AfterInstance, StringComparison.Ordinal);
        if (end < 0)
        {
            return new ChangeNotice(text, new Dictionary<Guid, int?>());
        }

        var changes = new Dictionary<Guid, int?>();
        foreach (var change in text[(end + 1)..].Split(BetweenChanges))
        {
            var parts = change.Split(BeforeSequence);
            if (Guid.TryParseExact(parts[0], "N", out var scene))
            {
                changes[scene] = parts.Length > 1
                    && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
                    ? sequence
                    : null;
            }
        }

        return new ChangeNotice(text[..end], changes);
    }

    private static string Write(KeyValuePair<Guid, int?> change)
        => change.Value is { } sequence
            ? string.Create(CultureInfo.InvariantCulture, $"{change.Key:N}{BeforeSequence}{sequence}")
            : change.Key.ToString("N");
}
