using System.Buffers.Binary;

namespace SceneGen.Assets.Images.Formats;

internal static class JpegHeader
{
    private const byte StartOfScan = 0xDA;
    private const byte Exif = 0xE1;
    private const byte ColourProfile = 0xE2;

    // The marker's own length field counts its two bytes.
    private const int LengthField = 2;

    public static ImageHeader Read(HeaderBytes bytes)
    {
        ImageHeader? frame = null;
        var hasColourProfile = false;
        var isTurned = false;
        while (true)
        {
            var marker = NextMarker(bytes);
            if (marker == StartOfScan)
            {
                return frame is null
                    ? throw Broken()
                    : frame with { HasColourProfile = hasColourProfile, IsTurned = isTurned };
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.Take(LengthField)) - LengthField;
            if (IsStartOfFrame(marker))
            {
                ThrowIfUncommon(marker);
                frame = ReadFrame(bytes, ref length);
            }
            else if (marker == Exif && length > 0)
            {
                isTurned |= ExifOrientation.Read(bytes.TakeAll(length)) >= ExifOrientation.FirstLying;
                length = 0;
            }
            else if (marker == ColourProfile && length >= "ICC_PROFILE\0"u8.Length)
            {
                hasColourProfile |= bytes.Take("ICC_PROFILE\0"u8.Length).SequenceEqual("ICC_PROFILE\0"u8);
                length -= "ICC_PROFILE\0"u8.Length;
            }

            bytes.Skip(length >= 0 ? length : throw Broken());
        }
    }

    private static byte NextMarker(HeaderBytes bytes)
    {
        if (bytes.Take(1)[0] != 0xFF)
        {
            throw Broken();
        }

        byte marker;
        do
        {
            marker = bytes.Take(1)[0];
        }
        while (marker == 0xFF);

        // Below SOF0 and from RST0 to EOI stand markers without a length; none belongs before the picture.
        return marker is < 0xC0 or (>= 0xD0 and <= 0xD9) ? throw Broken() : marker;
    }

    // SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC), which share the range.
    private static bool IsStartOfFrame(byte marker) =>
        marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    // Lossless, hierarchical and arithmetic ones: no browser shows them, and of the last a decoder reads noise as a picture.
    private static void ThrowIfUncommon(byte marker)
    {
        const byte Progressive = 0xC2;
        if (marker > Progressive)
        {
            throw new ImageException("The JPEG picture is of an uncommon kind.");
        }
    }

    private static ImageHeader ReadFrame(HeaderBytes bytes, ref int length)
    {
        var frame = bytes.Take(5);
        length -= frame.Length;
        var height = BinaryPrimitives.ReadUInt16BigEndian(frame[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(frame[3..]);
        return width > 0 && height > 0 ? new ImageHeader(ImageFormat.Jpeg, width, height, false) : throw Broken();
    }

    private static ImageException Broken() => new("The JPEG picture's header is broken.");
}
