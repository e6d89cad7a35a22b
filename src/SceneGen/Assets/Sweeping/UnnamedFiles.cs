using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Files;
using SceneGen.Data;
using SceneGen.Scenes;

namespace SceneGen.Assets.Sweeping;

/// <summary>Files of scenes that a version without rows for them has stored: it may be at work beside this one.</summary>
internal sealed class UnnamedFiles(
    SceneDbContext database, FileUses uses, IAssetStore store, IOptions<StorageOptions> options, TimeProvider time)
{
    private const int BatchSize = 1000;

    /// <summary>Gives them rows; returns how many scenes had none.</summary>
    public async Task<int> AdoptAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var expired = time.GetUtcNow() - options.Value.Retention;
        var scenes = database.Scenes.AsNoTracking()
            .Where(scene => scene.ImageSha256 != null && (scene.ReadyAt ?? scene.UpdatedAt) > expired)
            .Where(scene => !database.FileUses.Any(use => use.SceneId == scene.CorrelationId));
        if (dryRun)
        {
            return await scenes.CountAsync(cancellationToken);
        }

        var adopted = 0;
        foreach (var scene in await scenes.Take(BatchSize).ToListAsync(cancellationToken))
        {
            adopted += await AdoptAsync(scene, cancellationToken) ? 1 : 0;
        }

        return adopted;
    }

    private async Task<bool> AdoptAsync(SceneState scene, CancellationToken cancellationToken)
    {
        var files = new List<(StoredFile File, string Extension)>();
        foreach (var (sha256, extension) in NamedBy(scene))
        {
            await using var content = await store.OpenAsync(sha256, extension, cancellationToken);
            if (content is not null)
            {
                files.Add((new StoredFile(sha256, content.Length), extension));
            }
        }

        var use = new FileUse { SceneId = scene.CorrelationId, Run = scene.Run, Attempt = scene.Attempt };
        if (files.Count == 0 || !await uses.TryAddAsync(use, files, FileUses.NoneGone, cancellationToken))
        {
            return false;
        }

        await database.Database.CommitTransactionAsync(cancellationToken);
        return true;
    }

    private static IEnumerable<(string Sha256, string Extension)> NamedBy(SceneState scene)
    {
        var extension = AssetName.ExtensionOf(scene.ImageContentType ?? "image/jpeg");
        var thumbnails = scene.ThumbnailContentType is { } type ? AssetName.ExtensionOf(type) : extension;
        (string? Sha256, string Extension)[] named =
        [
            (scene.ImageSha256, extension), (scene.ThumbnailSha256, thumbnails), (scene.LargeThumbnailSha256, thumbnails),
        ];
        return from one in named where one.Sha256 is not null select (one.Sha256!, one.Extension);
    }
}
