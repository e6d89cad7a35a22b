using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Files;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Assets.Sweeping;

/// <summary>What scenes need: the files they name, as long as they are kept. What a running scene has is never touched.</summary>
internal sealed class UnneededUses(
    SceneDbContext database, FileUses uses, FileBin bin, IOptions<StorageOptions> options, TimeProvider time)
{
    private const int BatchSize = 200;

    // A picture is named a moment before its scene is ready, and by then its expiry has been told.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task<(int Unneeded, int Released)> ReleaseAsync(bool dryRun, CancellationToken cancellationToken)
    {
        if (dryRun)
        {
            return (await Unneeded().CountAsync(cancellationToken), 0);
        }

        var (unneeded, released) = (0, 0);
        while (await Unneeded().AsNoTracking().Take(BatchSize).ToListAsync(cancellationToken) is { Count: > 0 } batch)
        {
            foreach (var use in batch)
            {
                released += await ReleaseAsync(use, cancellationToken);
            }

            unneeded += batch.Count;
        }

        return (unneeded, released);
    }

    private async Task<int> ReleaseAsync(FileUse use, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReleasedFile> released;
        await using (var transaction = await database.Database.BeginTransactionAsync(cancellationToken))
        {
            // Looked at again, for a scene may have been made ready since.
            var same = Unneeded().Where(other => other.SceneId == use.SceneId
                && other.Run == use.Run
                && other.Attempt == use.Attempt
                && other.Sha256 == use.Sha256);
            released = await uses.ReleaseAsync(same, [use.Sha256], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        foreach (var file in released)
        {
            await bin.RemoveAsync(file, cancellationToken);
        }

        return released.Count;
    }

    private IQueryable<FileUse> Unneeded()
    {
        var expired = time.GetUtcNow() - options.Value.Retention - Grace;
        var settled = time.GetUtcNow() - Grace;
        return database.FileUses.Where(use => use.AddedAt < settled && !database.Scenes.Any(
            scene => scene.CorrelationId == use.SceneId
                && (SceneStates.Running.Contains(scene.CurrentState)
                    || ((scene.ImageSha256 == use.Sha256
                            || scene.ThumbnailSha256 == use.Sha256
                            || scene.LargeThumbnailSha256 == use.Sha256)
                        && (scene.ReadyAt ?? scene.UpdatedAt) > expired))));
    }
}
