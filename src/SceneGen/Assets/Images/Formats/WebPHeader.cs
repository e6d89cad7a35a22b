using System.Buffers.Binary;
using System.Text;

namespace SceneGen.Assets.Images.Formats;

internal static class WebPHeader
{
    private const int AnimationFlag = 0x02;
    private const int ColourProfileFlag = 0x20;
    private const int FourteenBits = 0x3FFF;
    private const int TwentyFourBits = 0xFFFFFF;

    public static ImageHeader Read(HeaderBytes bytes)
    {
        var container = bytes.Take(10);
        if (!container[..2].SequenceEqual("FF"u8) || !container[6..].SequenceEqual("WEBP"u8))
        {
            throw ImageHeader.NotAPicture();
        }

        var type = Encoding.ASCII.GetString(bytes.Take(8)[..4]);
        return type switch
        {
            "VP8 " => ReadLossy(bytes.Take(10)),
            "VP8L" => ReadLossless(bytes.Take(5)),
            "VP8X" => ReadExtended(bytes.Take(10)),
            _ => throw Broken(),
        };
    }

    private static ImageHeader ReadLossy(ReadOnlySpan<byte> frame)
    {
        var isKeyFrame = (frame[0] & 1) == 0;
        if (!isKeyFrame || !frame[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]))
        {
            throw Broken();
        }

        var width = BinaryPrimitives.ReadUInt16LittleEndian(frame[6..]) & FourteenBits;
        var height = BinaryPrimitives.ReadUInt16LittleEndian(frame[8..]) & FourteenBits;
        return width > 0 && height > 0 ? Of(width, height) : throw Broken();
    }

    private static ImageHeader ReadLossless(ReadOnlySpan<byte> frame)
    {
        if (frame[0] != 0x2F)
        {
            throw Broken();
        }

        var sides = BinaryPrimitives.ReadUInt32LittleEndian(frame[1..]);
        return Of((int)(sides & FourteenBits) + 1, (int)((sides >> 14) & FourteenBits) + 1);
    }

    private static ImageHeader ReadExtended(ReadOnlySpan<byte> canvas)
    {
        var flags = canvas[0];
        if ((flags & AnimationFlag) != 0)
        {
            throw new ImageException("The WebP picture is animated.") { Fault = ImageFault.Unsuitable, IsAnimated = true };
        }

        var width = (BinaryPrimitives.ReadInt32LittleEndian(canvas[4..]) & TwentyFourBits) + 1;
        var height = (BinaryPrimitives.ReadInt32LittleEndian(canvas[6..]) >>> 8) + 1;
        return Of(width, height) with { HasColourProfile = (flags & ColourProfileFlag) != 0 };
    }

    private static ImageHeader Of(int width, int height) => new(ImageFormat.WebP, width, height, false);

    private static ImageException Broken() => new("The WebP picture's header is broken.");
}
