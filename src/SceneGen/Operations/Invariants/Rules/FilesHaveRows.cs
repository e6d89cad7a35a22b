using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets;
using SceneGen.Data;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>No file without a row, and no row without its file: a part of the names at a time.</summary>
internal sealed class FilesHaveRows(
    SceneDbContext database, IAssetStore store, IOptions<StorageOptions> options, TimeProvider time) : IInvariant
{
    private const int Parts = 256;

    /// <summary>A sweep comes every hour, and takes its time.</summary>
    private const double SweepShare = 1.1;

    public string Name => "I7";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        await breaches.AddAsync(
            database.FileUses.AsNoTracking()
                .Where(use => !database.KeptFiles.Any(file => file.Sha256 == use.Sha256 && file.ReleasedAt == null))
                .OrderBy(use => use.SceneId)
                .ThenBy(use => use.Sha256)
                .Select(use => new { use.SceneId, use.Sha256 }),
            use => $"scene {use.SceneId} names the file {use.Sha256}, which has no row");
        var files = 0;
        for (var part = 0; part < Parts; part++)
        {
            files += await LookAsync(part.ToString("x2", null), breaches, cancellationToken);
        }

        return breaches.With($"{files} files, each with its row");
    }

    private async Task<int> LookAsync(string prefix, Breaches breaches, CancellationToken cancellationToken)
    {
        // Rows first: what is stored meanwhile is too young to be an orphan.
        var rows = await RowsAsync(prefix, cancellationToken);
        var oldest = time.GetUtcNow() - (options.Value.OrphanGrace * SweepShare);
        var files = 0;
        await foreach (var file in store.ListAsync(prefix, cancellationToken))
        {
            files++;
            var name = $"{file.Sha256}.{file.Extension}";
            if (!rows.Remove(name) && file.StoredAt < oldest)
            {
                breaches.Add($"the file {name} has no row");
            }
        }

        foreach (var (name, _) in rows.Where(row => row.Value))
        {
            breaches.Add($"the row {name} has no file");
        }

        return files;
    }

    /// <summary>By the names of their files, whether these have to be there: a released one may be, or not.</summary>
    private async Task<Dictionary<string, bool>> RowsAsync(string prefix, CancellationToken cancellationToken)
    {
        // After every hash that begins so, in whichever order the database puts letters.
        var end = prefix + "g";
        var rows = await database.KeptFiles.AsNoTracking()
            .Where(file => string.Compare(file.Sha256, prefix) >= 0 && string.Compare(file.Sha256, end) < 0)
            .Select(file => new { file.Sha256, file.Extension, IsKept = file.ReleasedAt == null })
            .ToListAsync(cancellationToken);
        return rows.ToDictionary(row => $"{row.Sha256}.{row.Extension}", row => row.IsKept, StringComparer.Ordinal);
    }
}
