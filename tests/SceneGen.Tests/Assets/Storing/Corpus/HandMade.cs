using System.Buffers.Binary;
using System.IO.Compression;

namespace SceneGen.Tests.Assets.Storing.Corpus;

/// <summary>Picture files put together byte by byte, for what no tool would write.</summary>
internal static class HandMade
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n\u001A\n"u8];

    /// <summary>A PNG of eight-bit grey whose rows are all alike: a slope from left to right, or one grey.</summary>
    public static byte[] Png(int width, int height, int shownWidth = 0, int shownHeight = 0, bool isPlain = false, params byte[][] extra)
    {
        byte[] header = [.. BigEndian(shownWidth > 0 ? shownWidth : width), .. BigEndian(shownHeight > 0 ? shownHeight : height), 8, 0, 0, 0, 0];
        return [.. Signature, .. Chunk("IHDR"u8, header), .. extra.SelectMany(chunk => chunk), .. Chunk("IDAT"u8, Rows(width, height, isPlain)), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] body = [.. type, .. data];
        return [.. BigEndian(data.Length), .. body, .. BigEndian((int)Checksum(body))];
    }

    public static byte[] Riff(params byte[][] chunks)
    {
        byte[] body = [.. "WEBP"u8, .. chunks.SelectMany(chunk => chunk)];
        var size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, body.Length);
        return [.. "RIFF"u8, .. size, .. body];
    }

    /// <summary>Puts segments behind a JPEG's start marker.</summary>
    public static byte[] WithSegments(byte[] jpeg, params byte[][] segments) =>
        [.. jpeg[..2], .. segments.SelectMany(segment => segment), .. jpeg[2..]];

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    public static byte[] Orientation(byte orientation) => Segment(
        0xE1,
        [
            .. "Exif\0\0"u8, .. "II*\0"u8, 8, 0, 0, 0,
            1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
        ]);

    /// <summary>Changes the first start of frame: its marker, or what stands so many bytes behind it.</summary>
    public static byte[] WithFrame(byte[] jpeg, int at, params byte[] bytes)
    {
        var changed = jpeg.ToArray();
        var frame = changed.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]);
        bytes.CopyTo(changed.AsSpan(frame + at));
        return changed;
    }

    private static byte[] Rows(int width, int height, bool isPlain)
    {
        byte[] row = [0, .. Enumerable.Range(0, width).Select(x => isPlain ? (byte)9 : (byte)(x * 255 / width))];
        using var target = new MemoryStream();
        using (var packed = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                packed.Write(row);
            }
        }

        return target.ToArray();
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }

    private static byte[] BigEndian(int value) =>
        [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
