using System.Globalization;
using System.Text.RegularExpressions;

namespace SceneGen.Replicate.Wire;

/// <summary>The limit for creations that the provider's sentence names when credit is low or no payment method is set.</summary>
internal static partial class NamedLimit
{
    public static int? Read(ReplicateError error)
    {
        var named = RequestsPerMinute().Match(error.Detail ?? "");
        return named.Success
            ? Math.Max(1, int.Parse(named.Groups["limit"].ValueSpan, CultureInfo.InvariantCulture))
            : null;
    }

    [GeneratedRegex(@"reduced to (?<limit>\d{1,7}) requests? per minute", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RequestsPerMinute();
}
