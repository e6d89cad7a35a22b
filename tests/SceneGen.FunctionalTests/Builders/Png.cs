using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace SceneGen.FunctionalTests.Builders;

/// <summary>Real PNG files of one colour over another: what is of one throughout shows nothing.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(int width, int height, byte red, byte green, byte blue)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR", Header(width, height));
        WriteChunk(file, "IDAT", Pixels(width, height, [red, green, blue]));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return header;
    }

    private static byte[] Pixels(int width, int height, byte[] colour)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            byte[] opposite = [.. colour.Select(channel => (byte)~channel)];
            var (upper, lower) = (Row(colour, width), Row(opposite, width));
            for (var y = 0; y < height; y++)
            {
                zip.Write(y < height / 2 ? upper : lower);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Row(byte[] colour, int width)
        => [.. Enumerable.Repeat(colour, width).SelectMany(pixel => pixel).Prepend((byte)0)];

    private static void WriteChunk(MemoryStream file, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        file.Write(number);
    }

    private static uint Crc(byte[] body)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in body)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
