using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Rendering;
using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Storing;

/// <summary>Fetches what the provider painted, makes it 1920x1080 and keeps it with its thumbnails.</summary>
internal sealed class PictureKeeper(
    GuardedFetcher fetcher, SceneImage image, QualityGate gate, IAssetStore store, IOptions<OutputOptions> options)
{
    private readonly HostList _outputHosts = HostList.Parse(options.Value.OutputHosts);

    public async Task<KeptPicture> KeepAsync(StoreScene scene, StoringLaps laps, CancellationToken cancellationToken)
    {
        var folder = Path.ChangeExtension(store.NewTemporaryPath("png"), null);
        Directory.CreateDirectory(folder);
        try
        {
            var source = Path.Combine(folder, "source");
            await fetcher.DownloadAsync(scene.OutputUrl, _outputHosts, source, cancellationToken);
            laps.Fetched();
            var wish = new PictureWish(scene.AvatarBox, scene.AvatarColours);
            var finished = await image.FinishAsync(source, folder, wish, cancellationToken);
            laps.Finished();
            gate.Check(scene, finished.Measures);
            var kept = await KeepAsync(finished, cancellationToken);
            laps.Kept();
            return kept;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<KeptPicture> KeepAsync(FinishedPicture finished, CancellationToken cancellationToken)
    {
        var picture = await KeepAsync(finished.Picture, cancellationToken);
        var thumbnail = finished.Thumbnail == finished.Picture
            ? picture
            : await KeepAsync(finished.Thumbnail, cancellationToken);
        var large = finished.LargeThumbnail is { } file ? await KeepAsync(file, cancellationToken) : null;
        return new KeptPicture(picture, thumbnail, large, finished.Measures);
    }

    private async Task<KeptPart> KeepAsync(PictureFile file, CancellationToken cancellationToken) =>
        new(await store.AddAsync(file.Path, file.Extension, cancellationToken), file.Extension);
}
