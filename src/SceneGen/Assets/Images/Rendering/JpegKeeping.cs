using System.Buffers;
using SceneGen.Assets.Images.Formats;

namespace SceneGen.Assets.Images.Rendering;

/// <summary>Keeps what is a scene's picture already as it came: no pixel of it is decoded.</summary>
internal static class JpegKeeping
{
    /// <summary>Null when it is kept, or else why not.</summary>
    public static async Task<string?> KeepAsync(string source, string target, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(
            source, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
        if (file.Length > JpegCopy.MostBytes)
        {
            return $"it is larger than {JpegCopy.MostBytes / (1024 * 1024)} MiB";
        }

        var bytes = ArrayPool<byte>.Shared.Rent((int)file.Length);
        try
        {
            var read = bytes.AsMemory(0, (int)file.Length);
            await file.ReadExactlyAsync(read, cancellationToken);
            await using var copy = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None);
            return JpegCopy.Write(read.Span, SceneImage.Width, SceneImage.Height, copy);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }
}
