using Microsoft.Extensions.Options;
using SceneGen.Assets.Images.Measuring;
using SceneGen.Assets.Images.Rendering;

namespace SceneGen.Assets.Images;

/// <summary>Makes what the provider painted a scene's picture, with its thumbnails and measures.</summary>
internal sealed class SceneImage(VipsCommand vips, IOptions<ImageOptions> options)
{
    public const int Width = 1920;
    public const int Height = 1080;
    public const int LargeThumbnailWidth = Width / 2;
    public const int LargeThumbnailHeight = Height / 2;

    private readonly VipsSteps _steps = new(vips);
    private readonly ImageOptions _options = options.Value;

    /// <summary>All files are made in the folder, whose path is absolute.</summary>
    public Task<FinishedPicture> FinishAsync(
        string source, string folder, PictureWish wish, CancellationToken cancellationToken) =>
        _options.Processing is ImageProcessing.Passthrough
            ? PassThroughAsync(source, folder, cancellationToken)
            : ProcessAsync(source, folder, wish, cancellationToken);

    private static async Task<FinishedPicture> PassThroughAsync(
        string source, string folder, CancellationToken cancellationToken)
    {
        var picture = PictureIn(folder, ImageFormat.Jpeg);
        return await JpegKeeping.KeepAsync(source, picture.Path, cancellationToken) is not { } obstacle
            ? new FinishedPicture(picture, picture, null, null)
            : throw new ImageException($"Only a {Width}x{Height} JPEG is passed through, and {obstacle}.");
    }

    private async Task<FinishedPicture> ProcessAsync(
        string source, string folder, PictureWish wish, CancellationToken cancellationToken)
    {
        var header = ImageHeader.Read(source);
        PictureLimits.Check(header);
        var cover = Cover.Of(header, wish.AvatarBox);
        var picture = PictureIn(folder, _options.Format);
        var sample = Path.Combine(folder, "half.ppm");
        var measures = await IsKeptAsync(header, source, picture, cancellationToken)
            ? await MeasureKeptAsync(picture, sample, wish, cancellationToken)
            : await RenderAsync(new Job(header, source, cover, picture, sample), wish, cancellationToken);
        var (large, small) =
            await _steps.SaveThumbnailsAsync(sample, Path.Combine(folder, "thumbnails"), cancellationToken);
        return new FinishedPicture(
            picture, new PictureFile(small, "webp"), new PictureFile(large, "webp"), measures);
    }

    private async Task<bool> IsKeptAsync(
        ImageHeader header, string source, PictureFile picture, CancellationToken cancellationToken) =>
        (header, _options.Format) is ({ Format: ImageFormat.Jpeg, Width: Width, Height: Height }, ImageFormat.Jpeg)
        && await JpegKeeping.KeepAsync(source, picture.Path, cancellationToken) is null;

    private async Task<PictureMeasures> MeasureKeptAsync(
        PictureFile picture, string sample, PictureWish wish, CancellationToken cancellationToken)
    {
        await _steps.HalveAsync(picture.Path, sample, cancellationToken);
        using var half =
            await PixelFile.ReadAsync(sample, LargeThumbnailWidth, LargeThumbnailHeight, cancellationToken);
        return PictureMeasures.Of(half, wish.AvatarBox, wish.AvatarColours);
    }

    private async Task<PictureMeasures> RenderAsync(Job job, PictureWish wish, CancellationToken cancellationToken)
    {
        var full = Path.Combine(Path.GetDirectoryName(job.Sample)!, "full.ppm");
        await _steps.ScaleAsync(job.Header, job.Source, job.Cover, full, cancellationToken);
        PictureMeasures measures;
        using (var frame = await PixelFile.ReadAsync(full, job.Cover, cancellationToken))
        using (var half = frame.Halve())
        {
            var box = wish.AvatarBox is { } avatar ? job.Cover.InFrame(avatar) : null;
            measures = PictureMeasures.Of(half, box, wish.AvatarColours);
            await PixelFile.WriteAsync(half, job.Sample, cancellationToken);
            if (!job.Cover.IsFrame)
            {
                await PixelFile.WriteAsync(frame, full, cancellationToken);
            }
        }

        await _steps.EncodeAsync(full, _options.Format, _options.Quality, job.Picture.Path, cancellationToken);
        return measures;
    }

    private static PictureFile PictureIn(string folder, ImageFormat format)
    {
        var extension = format switch
        {
            ImageFormat.Png => "png",
            ImageFormat.WebP => "webp",
            _ => "jpg",
        };
        return new PictureFile(Path.Combine(folder, $"picture.{extension}"), extension);
    }

    private sealed record Job(ImageHeader Header, string Source, Cover Cover, PictureFile Picture, string Sample);
}
