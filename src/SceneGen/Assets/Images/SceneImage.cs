using Microsoft.Extensions.Options;

namespace SceneGen.Assets.Images;

public sealed class SceneImage(VipsCommand vips, IOptions<ImageOptions> options)
{
    public const int Width = 1920;
    public const int Height = 1080;
    public const int ThumbnailWidth = 480;
    public const int ThumbnailHeight = 270;

    private const int MinSide = 64;
    private const int MaxSide = 8192;
    private const int MaxPixels = 25_000_000;

    public Task RenderAsync(string source, string target, CancellationToken cancellationToken) =>
        CoverAsync(source, target, Width, Height, cancellationToken);

    public Task RenderThumbnailAsync(string scenePicture, string target, CancellationToken cancellationToken) =>
        CoverAsync(scenePicture, target, ThumbnailWidth, ThumbnailHeight, cancellationToken);

    private async Task CoverAsync(
        string source, string target, int width, int height, CancellationToken cancellationToken)
    {
        var header = ImageHeader.Read(source);
        CheckSize(header);
        try
        {
            await vips.RunAsync(ThumbnailArguments(header, source, target, width, height), cancellationToken);
            CheckResult(ImageHeader.Read(target), width, height);
        }
        catch
        {
            File.Delete(target);
            throw;
        }
    }

    private string[] ThumbnailArguments(ImageHeader header, string source, string target, int width, int height)
    {
        // Absolute, so that no name is read as an option; white shows through transparent parts.
        var output = $"{Path.GetFullPath(target)}[Q={options.Value.Quality},strip,background=255]";
        string[] arguments =
        [
            "thumbnail", Path.GetFullPath(source), output, $"{width}", "--height", $"{height}",
            "--size", "both", "--crop", "centre", "--fail-on", "error",
        ];

        // Without a profile of its own a picture is sRGB already: an export would shift its colours through Lab.
        return header.HasColourProfile ? [.. arguments, "--export-profile", "srgb"] : arguments;
    }

    private static void CheckSize(ImageHeader header)
    {
        var (_, width, height, _) = header;
        if (Math.Min(width, height) < MinSide || Math.Max(width, height) > MaxSide || (long)width * height > MaxPixels)
        {
            throw new ImageException(
                $"The picture is {width}x{height}; sides of {MinSide} to {MaxSide} and 25 megapixels are the limits.");
        }
    }

    private static void CheckResult(ImageHeader result, int width, int height)
    {
        if (result is not { Format: ImageFormat.Jpeg } || result.Width != width || result.Height != height)
        {
            throw new ImageException(
                $"vips made a {result.Format} of {result.Width}x{result.Height}, not a JPEG of {width}x{height}.");
        }
    }
}
