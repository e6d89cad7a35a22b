using System.Text;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>Pixels on disk as vips writes and reads them: a binary PPM.</summary>
internal static class PixelFile
{
    private const int LongestHeader = 256;
    private const int HeaderFields = 4;

    public static async Task<Pixels> ReadAsync(string path, Cover cover, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        var start = await CheckHeaderAsync(file, cover.Width, cover.Height, cancellationToken);
        var frame = new Pixels(SceneImage.Width, SceneImage.Height);
        try
        {
            await ReadRowsAsync(file, start, cover, frame, cancellationToken);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    public static async Task<Pixels> ReadAsync(string path, int width, int height, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        file.Position = await CheckHeaderAsync(file, width, height, cancellationToken);
        var pixels = new Pixels(width, height);
        try
        {
            await file.ReadExactlyAsync(pixels.Memory, cancellationToken);
            return pixels;
        }
        catch
        {
            pixels.Dispose();
            throw;
        }
    }

    public static async Task WriteAsync(Pixels pixels, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var header = string.Create(null, $"P6\n{pixels.Width} {pixels.Height}\n255\n");
        await file.WriteAsync(Encoding.ASCII.GetBytes(header), cancellationToken);
        await file.WriteAsync(pixels.Memory, cancellationToken);
    }

    private static async Task ReadRowsAsync(
        FileStream file, long start, Cover cover, Pixels frame, CancellationToken cancellationToken)
    {
        var stride = (long)cover.Width * Pixels.Bands;
        file.Position = start + (cover.Top * stride) + (cover.Left * Pixels.Bands);
        if (cover.Width == frame.Width)
        {
            await file.ReadExactlyAsync(frame.Memory, cancellationToken);
            return;
        }

        for (var row = 0; row < frame.Height; row++)
        {
            await file.ReadExactlyAsync(frame.Memory.Slice(row * frame.RowBytes, frame.RowBytes), cancellationToken);
            file.Position += stride - frame.RowBytes;
        }
    }

    private static async Task<long> CheckHeaderAsync(
        FileStream file, int width, int height, CancellationToken cancellationToken)
    {
        var bytes = new byte[LongestHeader];
        var count = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        var position = 0;
        string[] fields = [.. Enumerable.Range(0, HeaderFields).Select(_ => NextField(bytes.AsSpan(0, count), ref position))];
        string[] expected = ["P6", $"{width}", $"{height}", "255"];
        return fields.SequenceEqual(expected, StringComparer.Ordinal)
            ? position
            : throw new ImageException($"vips made {string.Join(' ', fields)}, not {string.Join(' ', expected)}.");
    }

    // A field ends with one blank; a comment reaches from its # to the end of the line.
    private static string NextField(ReadOnlySpan<byte> bytes, ref int position)
    {
        while (position < bytes.Length && bytes[position] is (byte)'#')
        {
            position += Math.Max(0, bytes[position..].IndexOf((byte)'\n')) + 1;
        }

        var rest = bytes[Math.Min(position, bytes.Length)..];
        var length = rest.IndexOfAny(" \n"u8);
        var field = length < 0 ? rest : rest[..length];
        position += field.Length + 1;
        return Encoding.ASCII.GetString(field);
    }
}
