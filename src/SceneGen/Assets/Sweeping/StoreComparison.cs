using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Files;
using SceneGen.Assets.Serving;
using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Data;

namespace SceneGen.Assets.Sweeping;

/// <summary>Holds the store against the rows, a part of the names at a time.</summary>
internal sealed class StoreComparison(
    SceneDbContext database,
    IAssetStore store,
    FileOrphans orphans,
    DamagedFiles damaged,
    IOptions<StorageOptions> options)
{
    public async Task<SweepReport> CompareAsync(SweepReport report, DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var part = 0; part < 256; part++)
        {
            report = await CompareAsync(report, part.ToString("x2", null), now, cancellationToken);
        }

        return report;
    }

    private async Task<SweepReport> CompareAsync(
        SweepReport report, string prefix, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Rows first: what is stored and named meanwhile is too young to be an orphan, and what is gone is no row then.
        var rows = await RowsAsync(prefix, cancellationToken);
        var files = new Dictionary<string, ListedFile>(StringComparer.Ordinal);
        await foreach (var file in store.ListAsync(prefix, cancellationToken))
        {
            files[NameOf(file.Sha256, file.Extension)] = file;
        }

        var grace = now - options.Value.OrphanGrace;
        var named = rows.Select(row => NameOf(row.Sha256, row.Extension)).ToHashSet(StringComparer.Ordinal);
        var withoutRow = files.Values
            .Where(file => file.StoredAt < grace && !named.Contains(NameOf(file.Sha256, file.Extension)))
            .ToList();
        var kept = rows.Where(row => row.ReleasedAt is null && row.StoredAt < now).ToList();
        var missing = kept.Where(row => !files.ContainsKey(NameOf(row.Sha256, row.Extension))).ToList();
        var torn = kept
            .Where(row => files.GetValueOrDefault(NameOf(row.Sha256, row.Extension)) is { } file
                && row.Bytes is { } bytes
                && bytes != file.Bytes)
            .ToList();
        if (!report.IsDryRun)
        {
            await orphans.RemoveAsync(withoutRow, cancellationToken);
            missing.ForEach(row => damaged.Report(row.Sha256, row.Extension));
            torn.ForEach(row => damaged.Report(row.Sha256, row.Extension));
        }

        return report with
        {
            WithoutRow = report.WithoutRow.And([.. withoutRow.Select(file => NameOf(file.Sha256, file.Extension))]),
            Missing = report.Missing.And([.. missing.Select(row => NameOf(row.Sha256, row.Extension))]),
            Damaged = report.Damaged.And([.. torn.Select(row => NameOf(row.Sha256, row.Extension))]),
        };
    }

    private Task<List<KeptFile>> RowsAsync(string prefix, CancellationToken cancellationToken)
    {
        // After every hash that begins so, in whichever order the database puts letters.
        var end = prefix + "g";
        return database.KeptFiles.AsNoTracking()
            .Where(file => string.Compare(file.Sha256, prefix) >= 0 && string.Compare(file.Sha256, end) < 0)
            .ToListAsync(cancellationToken);
    }

    private static string NameOf(string sha256, string extension) => $"{sha256}.{extension}";
}
