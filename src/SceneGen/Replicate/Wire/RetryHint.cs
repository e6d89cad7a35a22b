using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SceneGen.Replicate.Wire;

/// <summary>How long the provider asks us to wait: the header, else the body's number, else the number in its sentence.</summary>
internal static partial class RetryHint
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static TimeSpan? Read(RetryConditionHeaderValue? header, ReplicateError error, DateTimeOffset now)
    {
        if ((header?.Delta ?? header?.Date - now) is { } asked)
        {
            return Within(asked.TotalSeconds);
        }

        if (error.RetryAfter is { } seconds and >= 0)
        {
            return Within(seconds);
        }

        var inText = AboutSeconds().Match(error.Detail ?? "");
        return inText.Success
            ? Within(int.Parse(inText.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>A hint of nothing would be a tight loop, one of days a scene that nobody looks at.</summary>
    private static TimeSpan Within(double seconds)
        => TimeSpan.FromSeconds(Math.Clamp(seconds, Shortest.TotalSeconds, Longest.TotalSeconds));

    [GeneratedRegex(@"~(?<seconds>\d{1,6})s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutSeconds();
}
