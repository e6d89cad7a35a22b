using System.Globalization;

namespace SceneGen.Simulator.Replicate.Http.Headers;

/// <summary>The header <c>Cancel-After</c>.</summary>
internal static class CancelAfter
{
    private const long Shortest = 5;

    /// <summary>A year: no clock overflows by it.</summary>
    private const long Longest = 365 * 24 * 3600;

    /// <summary>Durations such as 30, 90s, 5m or 1h30m45s; null where it is none or too short.</summary>
    public static TimeSpan? Parse(string text)
    {
        var total = 0L;
        var digits = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsAsciiDigit(text[index]))
            {
                continue;
            }

            if (!TryNumber(text[digits..index], out var amount) || SecondsOf(text[index]) is not { } seconds)
            {
                return null;
            }

            total += amount * seconds;
            digits = index + 1;
        }

        if (digits < text.Length)
        {
            if (!TryNumber(text[digits..], out var bare))
            {
                return null;
            }

            total += bare;
        }

        return total >= Shortest && total <= Longest ? TimeSpan.FromSeconds(total) : null;
    }

    private static bool TryNumber(string digits, out int number)
    {
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static int? SecondsOf(char unit)
    {
        return unit switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => null,
        };
    }
}
