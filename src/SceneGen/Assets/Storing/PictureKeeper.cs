using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;

namespace SceneGen.Assets.Storing;

/// <summary>Fetches what the provider painted, makes it 1920x1080 and keeps it with its thumbnail.</summary>
internal sealed class PictureKeeper(
    GuardedFetcher fetcher, SceneImage image, IAssetStore store, IOptions<OutputOptions> options)
{
    public const string Extension = "jpg";
    public const string ContentType = "image/jpeg";

    private readonly HostList _outputHosts = HostList.Parse(options.Value.OutputHosts);

    public async Task<KeptPicture> KeepAsync(string outputUrl, CancellationToken cancellationToken)
    {
        var (source, picture, thumbnail) =
            (store.NewTemporaryPath("png"), store.NewTemporaryPath(Extension), store.NewTemporaryPath(Extension));
        try
        {
            await fetcher.DownloadAsync(outputUrl, _outputHosts, source, cancellationToken);
            await image.RenderAsync(source, picture, cancellationToken);

            // From the finished picture, which shrinks as it is decoded.
            await image.RenderThumbnailAsync(picture, thumbnail, cancellationToken);
            return new KeptPicture(
                await store.AddAsync(picture, Extension, cancellationToken),
                await store.AddAsync(thumbnail, Extension, cancellationToken));
        }
        finally
        {
            File.Delete(source);
            File.Delete(picture);
            File.Delete(thumbnail);
        }
    }
}
