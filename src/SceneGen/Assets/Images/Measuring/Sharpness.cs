using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>How much a picture's lightness bends from pixel to pixel: 0 for a plain or wholly blurred one, at most 1.</summary>
internal static class Sharpness
{
    private const double Lightest = 255;

    /// <summary>The standard deviation of the Laplacian of the luma, as a part of the lightest luma.</summary>
    public static double Of(Pixels pixels)
    {
        var (above, line, below) = (new int[pixels.Width], new int[pixels.Width], new int[pixels.Width]);
        Luma(pixels.Row(0), line);
        Luma(pixels.Row(1), below);
        long sum = 0;
        long squares = 0;
        for (var row = 1; row < pixels.Height - 1; row++)
        {
            (above, line, below) = (line, below, above);
            Luma(pixels.Row(row + 1), below);
            for (var at = 1; at < line.Length - 1; at++)
            {
                var bend = above[at] + below[at] + line[at - 1] + line[at + 1] - (4 * line[at]);
                sum += bend;
                squares += bend * bend;
            }
        }

        double count = (pixels.Width - 2) * (pixels.Height - 2);
        var variance = (squares / count) - (sum / count * (sum / count));
        return Math.Round(Math.Min(1, Math.Sqrt(Math.Max(0, variance)) / Lightest), 4);
    }

    private static void Luma(ReadOnlySpan<byte> row, int[] luma)
    {
        for (int to = 0, from = 0; to < luma.Length; to++, from += Pixels.Bands)
        {
            luma[to] = ((77 * row[from]) + (150 * row[from + 1]) + (29 * row[from + 2])) >> 8;
        }
    }
}
