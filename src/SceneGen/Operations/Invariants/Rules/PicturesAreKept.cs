using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Assets.Serving;
using SceneGen.Data;
using SceneGen.Scenes;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>Every scene that is ready has its one picture, as long as pictures are kept, and files hold what their names say.</summary>
internal sealed class PicturesAreKept(
    SceneDbContext database,
    VerifiedAssets assets,
    IOptions<StorageOptions> storage,
    CheckDepth depth,
    TimeProvider time) : IInvariant
{
    private const int PageSize = 1000;
    private const int Width = 1920;
    private const int Height = 1080;

    /// <summary>Sweeps take back what is too old when they come to it.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromHours(2);

    public string Name => "I3";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var kept = time.GetUtcNow() - storage.Value.Retention + Slack;
        var ready = database.Scenes.AsNoTracking().Where(scene =>
            scene.CurrentState == nameof(SceneStateMachine.Ready) && scene.ErasedAt == null);
        var shown = ready.Where(scene => (scene.ReadyAt ?? scene.UpdatedAt) > kept).OrderBy(scene => scene.CorrelationId);
        await breaches.AddAsync(
            shown.Where(scene => scene.ImageSha256 == null || scene.ThumbnailSha256 == null)
                .Select(scene => scene.CorrelationId),
            scene => $"scene {scene} is ready and has no picture");
        await breaches.AddAsync(
            shown.Where(scene => scene.ImageWidth != Width || scene.ImageHeight != Height)
                .Select(scene => new { scene.CorrelationId, scene.ImageWidth, scene.ImageHeight }),
            scene => $"the picture of scene {scene.CorrelationId} is {scene.ImageWidth}x{scene.ImageHeight}");
        await breaches.AddAsync(
            shown.Where(scene => !database.KeptFiles.Any(file => file.Sha256 == scene.ImageSha256 && file.ReleasedAt == null)
                || !database.KeptFiles.Any(file => file.Sha256 == scene.ThumbnailSha256 && file.ReleasedAt == null)
                || (scene.LargeThumbnailSha256 != null && !database.KeptFiles.Any(
                    file => file.Sha256 == scene.LargeThumbnailSha256 && file.ReleasedAt == null)))
                .Select(scene => new { scene.CorrelationId, scene.ImageSha256 }),
            scene => $"scene {scene.CorrelationId} is ready, and a file of its picture {scene.ImageSha256} is not kept");
        var read = depth.ReadsFiles ? await ReadAsync(breaches, cancellationToken) : 0;
        var count = await ready.CountAsync(cancellationToken);
        return breaches.With(depth.ReadsFiles
            ? $"{count} ready scenes, each with its picture; {read} files hold what their names say"
            : $"{count} ready scenes, each with its picture; no file was read");
    }

    private async Task<int> ReadAsync(Breaches breaches, CancellationToken cancellationToken)
    {
        var (last, read) = ("", 0);
        while (await PageAfterAsync(last, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (sha256, extension) in page)
            {
                if (await assets.IsWholeAsync(sha256, extension, cancellationToken))
                {
                    read++;
                }
                else
                {
                    breaches.Add($"the file {sha256}.{extension} is missing or has other bytes than its name says");
                }
            }

            last = page[^1].Sha256;
        }

        return read;
    }

    private async Task<List<(string Sha256, string Extension)>> PageAfterAsync(
        string last, CancellationToken cancellationToken)
    {
        var page = await database.KeptFiles.AsNoTracking()
            .Where(file => file.ReleasedAt == null && string.Compare(file.Sha256, last) > 0)
            .OrderBy(file => file.Sha256)
            .Take(PageSize)
            .Select(file => new { file.Sha256, file.Extension })
            .ToListAsync(cancellationToken);
        return page.ConvertAll(file => (file.Sha256, file.Extension));
    }
}
