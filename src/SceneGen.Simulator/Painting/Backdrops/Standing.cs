using System.Globalization;
using System.Text.RegularExpressions;

namespace SceneGen.Simulator.Painting.Backdrops;

/// <summary>Where a prompt has its figures stand, in pixels of the canvas.</summary>
internal sealed partial record Standing(double Center, double Ground, double Height, double Width)
{
    private const double UsualHeight = 0.62;
    private const double UsualWidth = 0.62;

    /// <summary>In the middle, where the prompt does not say.</summary>
    public static Standing In(string prompt, double groundLine)
    {
        var (spot, tall, wide) = (Spot().Match(prompt), Tall().Match(prompt), Wide().Match(prompt));
        return new Standing(
            (Percent(spot.Groups["left"]) ?? 0.5) * SvgCanvas.Width,
            Percent(spot.Groups["top"]) * SvgCanvas.Height ?? groundLine,
            (Percent(tall.Groups["height"]) ?? UsualHeight) * SvgCanvas.Height,
            (Percent(wide.Groups["width"]) ?? UsualWidth) * SvgCanvas.Width);
    }

    private static double? Percent(Group digits)
        => digits.Success ? double.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) / 100 : null;

    [GeneratedRegex(@"(?<left>\d{1,3}) percent of the frame's width from the left and (?<top>\d{1,3}) percent of its height from the top", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spot();

    [GeneratedRegex(@"(?<height>\d{1,3}) percent of the frame's height tall", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tall();

    [GeneratedRegex(@"at most (?<width>\d{1,3}) percent of its width wide", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wide();
}
