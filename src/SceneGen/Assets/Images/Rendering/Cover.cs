using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>The size at which a picture covers the frame, and where on it the frame lies.</summary>
internal sealed record Cover(int Width, int Height, int Left, int Top)
{
    private static readonly FrameBox Middle = new(0.5, 0.5, 0, 0);

    public bool IsFrame => Width == SceneImage.Width && Height == SceneImage.Height;

    public static Cover Of(ImageHeader header, FrameBox? box)
    {
        var (shownWidth, shownHeight) = header.IsTurned ? (header.Height, header.Width) : (header.Width, header.Height);
        var scale = Math.Max((double)SceneImage.Width / shownWidth, (double)SceneImage.Height / shownHeight);
        var width = Math.Max(SceneImage.Width, (int)Math.Round(shownWidth * scale));
        var height = Math.Max(SceneImage.Height, (int)Math.Round(shownHeight * scale));
        var kept = box ?? Middle;
        return new Cover(
            width,
            height,
            Offset(kept.Left * width, kept.Width * width, width, SceneImage.Width),
            Offset(kept.Top * height, kept.Height * height, height, SceneImage.Height));
    }

    /// <summary>Where a part of the whole picture is in the frame that is left of it.</summary>
    public FrameBox InFrame(FrameBox box) => new(
        ((box.Left * Width) - Left) / SceneImage.Width,
        ((box.Top * Height) - Top) / SceneImage.Height,
        box.Width * Width / SceneImage.Width,
        box.Height * Height / SceneImage.Height);

    // As near to the middle as the box allows; around the box's middle where it is larger than the frame.
    private static int Offset(double start, double length, int whole, int side)
    {
        var (first, last) = (start + length - side, start);
        var middle = (whole - side) / 2d;
        var wanted = first <= last ? Math.Clamp(middle, first, last) : (first + last) / 2;
        return (int)Math.Clamp(Math.Floor(wanted), 0, whole - side);
    }
}
