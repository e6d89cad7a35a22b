using System.Globalization;
using SceneGen.Assets.Images.Rendering;
using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>Whether the avatar's colours are where the avatar should stand: 0 for none of them, 1 for all.</summary>
internal static class AvatarPresence
{
    // Light and shade of a scene move an avatar's colours by about this much; from here on they are others.
    private const int Reach = 70;

    // A colour counts in full from this part of the box on.
    private const double Plenty = 0.02;

    private const int Step = 2;
    private static readonly FrameBox WholeFrame = new(0, 0, 1, 1);

    public static double? Score(Pixels pixels, FrameBox? box, IEnumerable<string> colours)
    {
        int[][] wanted = [.. colours.Select(Parse).OfType<int[]>()];
        if (wanted.Length == 0)
        {
            return null;
        }

        var (left, top, right, bottom) = Edges(pixels, box ?? WholeFrame);
        var found = new int[wanted.Length];
        var looked = 0;
        for (var row = top; row < bottom; row += Step)
        {
            var line = pixels.Row(row);
            for (var at = left; at < right; at += Step, looked++)
            {
                Count(line.Slice(at * Pixels.Bands, Pixels.Bands), wanted, found);
            }
        }

        return looked == 0 ? 0 : Math.Round(Weigh(found, looked), 4);
    }

    private static (int Left, int Top, int Right, int Bottom) Edges(Pixels pixels, FrameBox box) => (
        (int)Math.Clamp(box.Left * pixels.Width, 0, pixels.Width),
        (int)Math.Clamp(box.Top * pixels.Height, 0, pixels.Height),
        (int)Math.Clamp(Math.Ceiling((box.Left + box.Width) * pixels.Width), 0, pixels.Width),
        (int)Math.Clamp(Math.Ceiling((box.Top + box.Height) * pixels.Height), 0, pixels.Height));

    private static void Count(ReadOnlySpan<byte> pixel, int[][] wanted, int[] found)
    {
        for (var index = 0; index < wanted.Length; index++)
        {
            var colour = wanted[index];
            var (red, green, blue) = (pixel[0] - colour[0], pixel[1] - colour[1], pixel[2] - colour[2]);
            if ((red * red) + (green * green) + (blue * blue) <= Reach * Reach)
            {
                found[index]++;
            }
        }
    }

    // The first colour is the most frequent on the avatar and weighs most.
    private static double Weigh(int[] found, int looked)
    {
        var (score, weights) = (0d, 0d);
        for (var index = 0; index < found.Length; index++)
        {
            var weight = 1d / (index + 1);
            score += weight * Math.Min(1, found[index] / (Plenty * looked));
            weights += weight;
        }

        return score / weights;
    }

    private static int[]? Parse(string colour) =>
        colour.Length == 7 && colour[0] == '#'
        && int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? [rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF]
            : null;
}
