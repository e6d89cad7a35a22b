using SceneGen.Assets.Images;
using SceneGen.Assets.Images.Rendering;
using SceneGen.Assets.Messages;
using SceneGen.Observability.Metrics;

namespace SceneGen.Assets.Storing;

/// <summary>Fetches what the provider painted, makes it 1920x1080 and keeps it with its thumbnails.</summary>
internal sealed class PictureKeeper(
    OutputFetcher outputs, SceneImage image, QualityGate gate, IAssetStore store, StoreMeter meter)
{
    public async Task<KeptPicture> KeepAsync(StoreScene scene, StoringLaps laps, CancellationToken cancellationToken)
    {
        var folder = Path.ChangeExtension(store.NewTemporaryPath("png"), null);
        Directory.CreateDirectory(folder);
        try
        {
            var source = Path.Combine(folder, "source");
            var begun = meter.Now();
            await outputs.FetchAsync(scene.OutputUrl, source, cancellationToken);
            laps.Fetched();
            var fetched = meter.Now();
            var wish = new PictureWish(scene.AvatarBox, scene.AvatarColours);
            var finished = await image.FinishAsync(source, folder, wish, cancellationToken);
            meter.Process(fetched);
            var took = meter.Since(begun);
            laps.Finished();
            gate.Check(scene, finished.Measures);
            var kept = await KeepAsync(finished, cancellationToken);
            laps.Kept();
            return kept with { KeptFor = took };
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
