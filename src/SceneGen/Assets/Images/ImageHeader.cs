using SceneGen.Assets.Images.Formats;

namespace SceneGen.Assets.Images;

public sealed record ImageHeader(ImageFormat Format, int Width, int Height, bool HasColourProfile)
{
    /// <summary>Shown with its sides exchanged, because the camera was held on a side.</summary>
    public bool IsTurned { get; init; }

    public static ImageHeader Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream);
    }

    public static ImageHeader Read(Stream stream)
    {
        var bytes = new HeaderBytes(stream);
        try
        {
            return bytes.Take(2) switch
            {
                [0xFF, 0xD8] => JpegHeader.Read(bytes),
                [0x89, (byte)'P'] => PngHeader.Read(bytes),
                [(byte)'R', (byte)'I'] => WebPHeader.Read(bytes),
                _ => throw NotAPicture(),
            };
        }
        catch (EndOfStreamException exception)
        {
            throw new ImageException("The file ends before its picture begins.", exception);
        }
    }

    internal static ImageException NotAPicture() => new("The file is not a JPEG, PNG or WebP picture.");
}
