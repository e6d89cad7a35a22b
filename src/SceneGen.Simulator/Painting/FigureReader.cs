using System.Buffers.Binary;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Painting;

/// <summary>Turns a PNG, JPEG, GIF or WebP picture into a figure, and refuses everything else.</summary>
internal sealed class FigureReader(Vips vips, SimulatorFolder folder)
{
    private const int LongestSide = 1400;
    private const int WidthInHeader = 16;
    private const int HeightInHeader = 20;

    public async Task<Figure> ReadAsync(byte[] picture, string scratchName, CancellationToken cancellationToken)
    {
        if (!IsPicture(picture))
        {
            throw new UnreadablePictureException("The bytes are in no known picture format.");
        }

        var source = folder.ScratchFile($"{scratchName}.figure");
        var png = folder.ScratchFile($"{scratchName}.figure.png");
        try
        {
            await File.WriteAllBytesAsync(source, picture, cancellationToken);
            await vips.RunAsync(
                ["thumbnail", source, png, $"{LongestSide}", "--size", "down", "--fail-on", "error"],
                cancellationToken);
            var bytes = await File.ReadAllBytesAsync(png, cancellationToken);
            return new Figure(bytes, Side(bytes, WidthInHeader), Side(bytes, HeightInHeader));
        }
        catch (VipsFailedException exception) when (exception.ExitCode is not null)
        {
            throw new UnreadablePictureException("The picture cannot be decoded.", exception);
        }
        finally
        {
            File.Delete(source);
            File.Delete(png);
        }
    }

    private static int Side(byte[] png, int offset)
    {
        return BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(offset));
    }

    private static bool IsPicture(ReadOnlySpan<byte> bytes)
    {
        return bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith("GIF8"u8)
            || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..].StartsWith("WEBP"u8));
    }
}
