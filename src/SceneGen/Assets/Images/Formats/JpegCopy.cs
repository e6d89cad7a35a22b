using System.Buffers.Binary;
using System.Text;

namespace SceneGen.Assets.Images.Formats;

/// <summary>Takes over a JPEG that is a scene's picture already: the coded rows byte for byte, and no metadata.</summary>
internal static class JpegCopy
{
    public const int MostBytes = 8 * 1024 * 1024;

    private const byte Jfif = 0xE0;
    private const byte Exif = 0xE1;
    private const byte ColourProfile = 0xE2;
    private const byte Adobe = 0xEE;
    private const byte LastApplication = 0xEF;
    private const byte Comment = 0xFE;

    /// <summary>Writes the copy, or says what stands in the way of keeping the bytes.</summary>
    public static string? Write(ReadOnlySpan<byte> source, int width, int height, Stream target)
    {
        if (!JpegSegments.IsJpeg(source))
        {
            return "it is not a JPEG";
        }

        target.Write(source[..2]);
        var segments = new JpegSegments(source);
        var frames = 0;
        var scans = 0;
        while (segments.MoveNext())
        {
            if (Obstacle(segments, width, height) is { } obstacle)
            {
                return obstacle;
            }

            frames += IsFrame(segments.Marker) ? 1 : 0;
            scans += segments.Marker == JpegSegments.StartOfScan ? 1 : 0;
            if (IsPartOfThePicture(segments))
            {
                target.Write(segments.Whole);
            }
        }

        target.Write([0xFF, 0xD9]);
        return frames == 1 && scans > 0 ? null : "it has no picture in it";
    }

    private static string? Obstacle(JpegSegments segment, int width, int height) => segment.Marker switch
    {
        Exif when ExifOrientation.Read(segment.Content) != ExifOrientation.Upright => "it was not held upright",
        ColourProfile when IsProfile(segment.Content) && !IsOfTheScreen(segment.Content) => "its colours are not sRGB",
        var marker when IsFrame(marker) => FrameObstacle(marker, segment.Content, width, height),
        _ => null,
    };

    private static string? FrameObstacle(byte marker, ReadOnlySpan<byte> frame, int width, int height)
    {
        const byte LastCommonKind = 0xC2;
        if (marker > LastCommonKind || frame is not [8, _, _, _, _, 3, ..])
        {
            return "it is not of the common kind with three colours of eight bits";
        }

        var size = (
            Width: BinaryPrimitives.ReadUInt16BigEndian(frame[3..]),
            Height: BinaryPrimitives.ReadUInt16BigEndian(frame[1..]));
        return size == (width, height) ? null : $"it is {size.Width}x{size.Height}";
    }

    // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which share the range.
    private static bool IsFrame(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    // JFIF and Adobe tell how the colours are coded. Both are cut to what the standard gives them.
    private static bool IsPartOfThePicture(JpegSegments segment) => segment.Marker switch
    {
        Jfif => segment.Content is [.., 0, 0] && segment.Content.Length == 14 && segment.Content.StartsWith("JFIF\0"u8),
        Adobe => segment.Content.Length == 12 && segment.Content.StartsWith("Adobe"u8),
        > Jfif and <= LastApplication or Comment => false,
        _ => true,
    };

    private static bool IsProfile(ReadOnlySpan<byte> content) => content.StartsWith("ICC_PROFILE\0"u8);

    // Profiles name themselves in one byte a letter, later ones in two.
    private static bool IsOfTheScreen(ReadOnlySpan<byte> profile) =>
        profile.IndexOf("sRGB"u8) >= 0 || profile.IndexOf(Encoding.BigEndianUnicode.GetBytes("sRGB")) >= 0;
}
