using System.Buffers.Binary;

namespace SceneGen.Assets.Images.Formats;

internal static class PngHeader
{
    private const int ChecksumLength = 4;
    private const int HeaderLength = 13;

    public static ImageHeader Read(HeaderBytes bytes)
    {
        if (!bytes.Take(6).SequenceEqual("NG\r\n\u001A\n"u8))
        {
            throw ImageHeader.NotAPicture();
        }

        var header = ReadDimensions(bytes);
        while (true)
        {
            var chunk = bytes.Take(8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(chunk);
            var type = chunk[4..];
            if (type.SequenceEqual("IDAT"u8))
            {
                return header;
            }

            if (type.SequenceEqual("acTL"u8))
            {
                throw new ImageException("The PNG picture is animated.") { Fault = ImageFault.Unsuitable, IsAnimated = true };
            }

            header = header with { HasColourProfile = header.HasColourProfile || type.SequenceEqual("iCCP"u8) };
            bytes.Skip(length <= int.MaxValue ? length + ChecksumLength : throw Broken());
        }
    }

    private static ImageHeader ReadDimensions(HeaderBytes bytes)
    {
        var chunk = bytes.Take(16);
        if (BinaryPrimitives.ReadUInt32BigEndian(chunk) != HeaderLength || !chunk[4..8].SequenceEqual("IHDR"u8))
        {
            throw Broken();
        }

        var width = BinaryPrimitives.ReadInt32BigEndian(chunk[8..]);
        var height = BinaryPrimitives.ReadInt32BigEndian(chunk[12..]);
        if (width <= 0 || height <= 0)
        {
            throw Broken();
        }

        bytes.Skip(HeaderLength - (2 * sizeof(int)) + ChecksumLength);
        return new ImageHeader(ImageFormat.Png, width, height, false);
    }

    private static ImageException Broken() => new("The PNG picture's header is broken.");
}
