using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Tests.Assets.Images.Measuring;

internal static class PlainPixels
{
    public static Pixels Of(Func<int, int, (byte Red, byte Green, byte Blue)> colour)
    {
        var pixels = new Pixels(960, 540);
        for (var y = 0; y < pixels.Height; y++)
        {
            var row = pixels.Row(y);
            for (var x = 0; x < pixels.Width; x++)
            {
                (row[3 * x], row[(3 * x) + 1], row[(3 * x) + 2]) = colour(x, y);
            }
        }

        return pixels;
    }
}
