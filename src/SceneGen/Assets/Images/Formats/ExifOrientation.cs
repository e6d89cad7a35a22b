using System.Buffers.Binary;

namespace SceneGen.Assets.Images.Formats;

/// <summary>How a photograph was held: 1 is upright, from 5 on it lies on a side.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;
    public const int FirstLying = 5;

    private const int EntryLength = 12;
    private const ushort OrientationTag = 0x0112;

    /// <summary>Of a JPEG's APP1 segment; upright where it does not say.</summary>
    public static int Read(ReadOnlySpan<byte> segment)
    {
        var prefix = "Exif\0\0"u8;
        if (!segment.StartsWith(prefix) || segment.Length < prefix.Length + 8)
        {
            return Upright;
        }

        var tiff = segment[prefix.Length..];
        var isLittle = tiff[0] == 'I';
        var directory = isLittle
            ? BinaryPrimitives.ReadInt32LittleEndian(tiff[4..])
            : BinaryPrimitives.ReadInt32BigEndian(tiff[4..]);
        if (directory < 0 || directory > tiff.Length - 2)
        {
            return Upright;
        }

        var count = Number(tiff, directory, isLittle);
        for (var entry = directory + 2; count > 0 && entry <= tiff.Length - EntryLength; entry += EntryLength, count--)
        {
            if (Number(tiff, entry, isLittle) == OrientationTag)
            {
                return Number(tiff, entry + 8, isLittle);
            }
        }

        return Upright;
    }

    private static int Number(ReadOnlySpan<byte> bytes, int at, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..])
        : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
