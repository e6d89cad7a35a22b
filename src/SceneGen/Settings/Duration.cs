using System.Globalization;
using System.Text.RegularExpressions;

namespace SceneGen.Settings;

public static partial class Duration
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        var match = Spelling().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var ticks = match.Groups["unit"].Success ? CountedTicks(match) : ClockTicks(match);
        if (ticks > long.MaxValue)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)ticks);
        return true;
    }

    public static string Format(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero || duration.Ticks % TimeSpan.TicksPerMillisecond != 0)
        {
            return duration.ToString("c", CultureInfo.InvariantCulture);
        }

        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        string[] largestFirst = ["d", "h", "m", "s", "ms"];
        var unit = largestFirst.First(candidate => duration.Ticks % TicksOf(candidate) == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / TicksOf(unit)}{unit}");
    }

    private static Int128 CountedTicks(Match match) =>
        Number(match, "count") * TicksOf(match.Groups["unit"].Value);

    private static Int128 ClockTicks(Match match) =>
        (Number(match, "days") * TimeSpan.TicksPerDay)
        + (Number(match, "hours") * TimeSpan.TicksPerHour)
        + (Number(match, "minutes") * TimeSpan.TicksPerMinute)
        + (Number(match, "seconds") * TimeSpan.TicksPerSecond)
        + long.Parse(match.Groups["fraction"].Value.PadRight(7, '0'), CultureInfo.InvariantCulture);

    private static Int128 Number(Match match, string group) =>
        match.Groups[group].Success ? Int128.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    private static long TicksOf(string unit) => unit switch
    {
        "ms" => TimeSpan.TicksPerMillisecond,
        "s" => TimeSpan.TicksPerSecond,
        "m" => TimeSpan.TicksPerMinute,
        "h" => TimeSpan.TicksPerHour,
        _ => TimeSpan.TicksPerDay,
    };

    [GeneratedRegex(
        """
        \A(?:
            (?<count>[0-9]{1,18})(?<unit>ms|s|m|h|d)
            | (?:(?<days>[0-9]{1,8})\.)?(?<hours>[01][0-9]|2[0-3]):(?<minutes>[0-5][0-9]):(?<seconds>[0-5][0-9])
              (?:\.(?<fraction>[0-9]{1,7}))?
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spelling();
}
