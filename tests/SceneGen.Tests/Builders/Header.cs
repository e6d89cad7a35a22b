using System.Buffers.Binary;

namespace SceneGen.Tests.Builders;

/// <summary>The beginning of a picture, which is all that is read of it where no picture is decoded.</summary>
internal static class Header
{
    public static byte[] OfPng(int width, int height)
    {
        byte[] header =
        [
            0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, .. "IDAT"u8,
        ];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(20), height);
        return header;
    }
}
