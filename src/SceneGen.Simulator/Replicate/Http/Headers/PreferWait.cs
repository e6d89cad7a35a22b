using System.Globalization;

namespace SceneGen.Simulator.Replicate.Http.Headers;

/// <summary>The header <c>Prefer: wait</c>, with or without a number of seconds from 1 to 60.</summary>
internal static class PreferWait
{
    private const int Longest = 60;

    public static TimeSpan? Of(HttpRequest request)
    {
        var seconds = request.Headers["Prefer"].ToString().Trim().Split('=') switch
        {
            ["wait"] => Longest,
            ["wait", var number] when int.TryParse(
                number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) => given,
            _ => 0,
        };
        return seconds is >= 1 and <= Longest ? TimeSpan.FromSeconds(seconds) : null;
    }
}
