using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Assets.Images.Measuring;

/// <summary>Tells a picture that shows nothing, such as the black one some models give instead of a refused one.</summary>
internal static class Uniformity
{
    private const int Tolerance = 8;
    private const double MostOthers = 0.01;

    public static bool IsBlank(Pixels pixels)
    {
        var mean = Mean(pixels);
        var others = 0;
        for (var row = 0; row < pixels.Height; row++)
        {
            var line = pixels.Row(row);
            for (var at = 0; at < line.Length; at += Pixels.Bands)
            {
                if (Math.Abs(line[at] - mean[0]) > Tolerance
                    || Math.Abs(line[at + 1] - mean[1]) > Tolerance
                    || Math.Abs(line[at + 2] - mean[2]) > Tolerance)
                {
                    others++;
                }
            }
        }

        return others <= MostOthers * pixels.Width * pixels.Height;
    }

    private static int[] Mean(Pixels pixels)
    {
        Span<long> sums = stackalloc long[Pixels.Bands];
        sums.Clear();
        for (var row = 0; row < pixels.Height; row++)
        {
            var line = pixels.Row(row);
            for (var at = 0; at < line.Length; at += Pixels.Bands)
            {
                sums[0] += line[at];
                sums[1] += line[at + 1];
                sums[2] += line[at + 2];
            }
        }

        var count = pixels.Width * pixels.Height;
        return [(int)(sums[0] / count), (int)(sums[1] / count), (int)(sums[2] / count)];
    }
}
