using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Assets.Files;

/// <summary>Removes released files, and in the end their rows.</summary>
internal sealed class FileBin(SceneDbContext database, IAssetStore store, TimeProvider time)
{
    /// <summary>Longer than from putting a file there to naming it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    public async Task RemoveAsync(ReleasedFile released, CancellationToken cancellationToken)
    {
        var row = database.KeptFiles.Where(file =>
            file.Sha256 == released.Sha256 && file.Releases == released.Release && file.ReleasedAt != null && file.GoneAt == null);
        if (await row.AnyAsync(cancellationToken))
        {
            await store.DeleteAsync(released.Sha256, released.Extension, cancellationToken);
            var now = time.GetUtcNow();
            await row.ExecuteUpdateAsync(set => set.SetProperty(file => file.GoneAt, now), cancellationToken);
        }
    }

    /// <summary>What was released and, after so long, is still there: whoever was to remove it could not.</summary>
    public Task<List<ReleasedFile>> LeftAsync(TimeSpan since, int count, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - since;
        return database.KeptFiles
            .Where(file => file.ReleasedAt != null && file.ReleasedAt < before && file.GoneAt == null)
            .OrderBy(file => file.ReleasedAt)
            .Take(count)
            .Select(file => new ReleasedFile(file.Sha256, file.Extension, file.Releases))
            .ToListAsync(cancellationToken);
    }

    public Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Remembered;
        return database.KeptFiles
            .Where(file => file.ReleasedAt != null && file.GoneAt < before)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
