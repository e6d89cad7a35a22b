using SceneGen.Assets.Files;
using SceneGen.Data;

namespace SceneGen.Assets.Sweeping;

/// <summary>
/// Removes files that no row knows of. Each gets a row first, as one that was released: whoever stores the same bytes at
/// this moment sees it, and waits.
/// </summary>
internal sealed class FileOrphans(SceneDbContext database, FileBin bin, TimeProvider time)
{
    public async Task RemoveAsync(IEnumerable<ListedFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            var now = time.GetUtcNow();
            if (await TryAddAsync(file, now, cancellationToken))
            {
                await bin.RemoveAsync(new ReleasedFile(file.Sha256, file.Extension, Release: 1), cancellationToken);
            }
        }
    }

    /// <summary>False when it was stored and named since it was listed.</summary>
    private Task<bool> TryAddAsync(ListedFile file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new KeptFile
        {
            Sha256 = file.Sha256,
            Extension = file.Extension,
            Bytes = file.Bytes,
            StoredAt = file.StoredAt.ToUniversalTime(),
            ReleasedAt = now,
            Releases = 1,
        };
        return database.TryAddAsync(row, other => other.Sha256 == row.Sha256, cancellationToken);
    }
}
