using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Serving;
using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Data;

namespace SceneGen.Assets.Sweeping;

/// <summary>Reads some stored files whole, those first that were not read for the longest time.</summary>
internal sealed class FileScrub(SceneDbContext database, VerifiedAssets assets, TimeProvider time)
{
    private const int MostAtOnce = 500;

    public async Task<SweepReport> ScrubAsync(SweepReport report, CancellationToken cancellationToken)
    {
        var files = await database.KeptFiles.AsNoTracking()
            .Where(file => file.ReleasedAt == null)
            .OrderBy(file => file.VerifiedAt != null)
            .ThenBy(file => file.VerifiedAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        var (verified, damaged) = (0, new List<string>());
        foreach (var file in files)
        {
            if (!await assets.IsWholeAsync(file.Sha256, file.Extension, cancellationToken))
            {
                damaged.Add($"{file.Sha256}.{file.Extension}");
                continue;
            }

            verified++;
            if (!report.IsDryRun)
            {
                var now = time.GetUtcNow();
                await database.KeptFiles.Where(row => row.Sha256 == file.Sha256).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.VerifiedAt, now), cancellationToken);
            }
        }

        return report with
        {
            Verified = verified,
            Damaged = report.Damaged.And([.. damaged.Except(report.Damaged.Names).Except(report.Missing.Names)]),
        };
    }
}
