using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace SceneGen.Replicate.Wire;

/// <summary>How long the provider asks us to wait: the header, else the body's number, else the number in its sentence.</summary>
internal static partial class RetryHint
{
    public static TimeSpan? Read(RetryConditionHeaderValue? header, ReplicateError error, DateTimeOffset now)
    {
        if ((header?.Delta ?? header?.Date - now) is { } asked)
        {
            return asked > TimeSpan.Zero ? asked : TimeSpan.Zero;
        }

        if (error.RetryAfter is { } seconds and >= 0)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        var inText = AboutSeconds().Match(error.Detail ?? "");
        return inText.Success
            ? TimeSpan.FromSeconds(int.Parse(inText.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"~(?<seconds>\d{1,6})s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AboutSeconds();
}
