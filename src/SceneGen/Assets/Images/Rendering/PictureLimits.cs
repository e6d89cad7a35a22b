namespace SceneGen.Assets.Images.Rendering;

/// <summary>What a picture may be to be worked on at all; read from its header, before any of it is decoded.</summary>
internal static class PictureLimits
{
    private const int MinSide = 64;
    private const int MaxSide = 8192;
    private const int MaxPixels = 25_000_000;

    // Of a longer picture most would be cut away, and what covers the frame would be many times the frame.
    private const int MostLengths = 3;

    public static void Check(ImageHeader header)
    {
        var (shorter, longer) = (Math.Min(header.Width, header.Height), Math.Max(header.Width, header.Height));
        if (shorter < MinSide || longer > MaxSide || (long)shorter * longer > MaxPixels || longer > MostLengths * shorter)
        {
            throw new ImageException(
                $"The picture is {header.Width}x{header.Height}; sides of {MinSide} to {MaxSide}, 25 megapixels and"
                + $" {MostLengths}:1 are the limits.")
            {
                Fault = ImageFault.Unsuitable,
            };
        }
    }
}
