namespace SceneGen.Assets.Images.Rendering;

/// <summary>Each is one child process. All paths are absolute, so that no name is read as an option.</summary>
internal sealed class VipsSteps(VipsCommand vips)
{
    private const int ThumbnailQuality = 80;

    // Beyond this the encoder takes half as long again for a twentieth of the bytes.
    private const int WebPEffort = 2;

    // Where less than a quarter of the pixels is left, mixing them as light keeps fine bright detail; above it nobody
    // sees the difference, and it costs a third more.
    private const double LinearBelow = 0.5;

    // To the JPEG decoder rows that are missing or damaged are no more than a warning.
    private const string JpegFailsOn = "warning";

    /// <summary>Upright, sRGB, of eight bits, on white where it was transparent, and just large enough for the frame.</summary>
    public Task ScaleAsync(
        ImageHeader header, string source, Cover cover, string target, CancellationToken cancellationToken)
    {
        var shownWidth = header.IsTurned ? header.Height : header.Width;
        return vips.RunAsync(
            [
                "thumbnail", source, $"{target}[background=255,strip]", $"{cover.Width}", "--height", $"{cover.Height}",
                "--size", "force", "--fail-on", header.Format is ImageFormat.Jpeg ? JpegFailsOn : "error",

                // Without a profile of its own a picture is sRGB already: an export would shift its colours through Lab.
                .. header.HasColourProfile ? ["--export-profile", "srgb"] : Array.Empty<string>(),
                .. cover.Width < LinearBelow * shownWidth ? ["--linear"] : Array.Empty<string>(),

                // Only of a JPEG's orientation is known here, and the cover was reckoned with it.
                .. header.Format is ImageFormat.Jpeg ? Array.Empty<string>() : ["--no-rotate"],
            ],
            cancellationToken);
    }

    /// <summary>Of a JPEG; down to its last row, or not at all.</summary>
    public Task HalveAsync(string source, string target, CancellationToken cancellationToken) =>
        vips.RunAsync(["copy", $"{source}[shrink=2,fail_on={JpegFailsOn}]", target], cancellationToken);

    public Task EncodeAsync(
        string source, ImageFormat format, int quality, string target, CancellationToken cancellationToken)
    {
        var how = format switch
        {
            ImageFormat.Png => "strip",
            ImageFormat.WebP => $"Q={quality},effort={WebPEffort},strip",
            _ => $"Q={quality},strip",
        };
        return vips.RunOnPixelsAsync(["copy", source, $"{target}[{how}]"], cancellationToken);
    }

    /// <summary>A pyramid of one tile a level, whose two uppermost are the thumbnails: one process makes both.</summary>
    public async Task<(string Large, string Small)> SaveThumbnailsAsync(
        string source, string target, CancellationToken cancellationToken)
    {
        const int LargeLevel = 10;
        await vips.RunOnPixelsAsync(
            [
                "dzsave", source, target, "--suffix", $".webp[Q={ThumbnailQuality},effort={WebPEffort},strip]",
                "--tile-size", $"{SceneImage.LargeThumbnailWidth}", "--overlap", "0", "--depth", "onepixel",
            ],
            cancellationToken);
        return (Level(LargeLevel), Level(LargeLevel - 1));

        string Level(int level) => Path.Combine($"{target}_files", $"{level}", "0_0.webp");
    }
}
