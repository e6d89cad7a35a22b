using System.Globalization;

namespace SceneGen.Web.Http.Queries;

/// <summary>
/// Reads the values of a query one by one, and has a sentence for each that is wrong: bound by their types, only the first
/// would be named. What was not sent is null, and so is what cannot be read.
/// </summary>
internal sealed class QueryReader
{
    public Dictionary<string, string> Errors { get; } = new(StringComparer.Ordinal);

    public int? Number(string name, string? text, int least, int most)
        => (int?)Whole(text, least, most) ?? Wrong<int>(name, text, $"is not a whole number from {least} to {most}; send one, or leave it out.");

    /// <summary>Where a page before has ended.</summary>
    public long? Place(string name, string? text, long last)
        => Whole(text, 0, last) ?? Wrong<long>(name, text, "is not a whole number; send the value of next from the page before, or leave it out.");

    public Guid? Id(string name, string? text)
        => Guid.TryParse(text, out var id) ? id : Wrong<Guid>(name, text, "is not a UUID; send one, or leave it out.");

    public bool? Flag(string name, string? text)
        => bool.TryParse(text, out var flag) ? flag : Wrong<bool>(name, text, "is neither true nor false; send one of them, or leave it out.");

    public DateTimeOffset? Time(string name, string? text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Wrong<DateTimeOffset>(name, text, "is not a time; send one such as 2026-01-31T12:00:00Z.");

    private static long? Whole(string? text, long least, long most)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    private T? Wrong<T>(string name, string? text, string sentence)
        where T : struct
    {
        if (text is not null)
        {
            Errors[name] = sentence;
        }

        return null;
    }
}
