using System.Globalization;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>
/// How long a caller would rather wait than come back (RFC 7240). What is not a whole number from 1 to 60 is a preference
/// that is not kept, and so ignored.
/// </summary>
internal static class PreferWait
{
    private const string Header = "Prefer";
    private const string Applied = "Preference-Applied";
    private const string Name = "wait";
    private const string RetryAfterSeconds = "10";
    private const int Longest = 60;

    public static TimeSpan? Of(HttpRequest request)
    {
        foreach (var preference in request.Headers.GetCommaSeparatedValues(Header))
        {
            var parts = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts is [var name, var value] && name.Equals(Name, StringComparison.OrdinalIgnoreCase))
            {
                // Of one that is given twice the first counts.
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && seconds is >= 1 and <= Longest
                    ? TimeSpan.FromSeconds(seconds)
                    : null;
            }
        }

        return null;
    }

    /// <summary>Kept is what was waited for; who may not wait is told when to ask again.</summary>
    public static void SayOutcome(HttpResponse response, TimeSpan wait, WaitOutcome outcome)
    {
        if (outcome is WaitOutcome.Changed or WaitOutcome.TimeUp)
        {
            SayApplied(response, wait);
        }
        else if (outcome is WaitOutcome.Full)
        {
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    public static void SayApplied(HttpResponse response, TimeSpan wait)
        => response.Headers[Applied] = string.Create(CultureInfo.InvariantCulture, $"{Name}={wait.TotalSeconds}");
}
