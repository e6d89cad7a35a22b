using SceneGen.Assets.Files;
using SceneGen.Assets.Sweeping.Reports;

namespace SceneGen.Assets.Sweeping;

/// <summary>Removes the files nobody needs, and finds those that are not as they should be.</summary>
internal sealed class Sweep(
    UnnamedFiles unnamed, UnneededUses unneeded, FileBin bin, StoreComparison comparison, FileScrub scrub)
{
    private const int MostLeft = 1000;

    /// <summary>Longer than whoever releases a file takes to remove it.</summary>
    private static readonly TimeSpan Left = TimeSpan.FromMinutes(10);

    public async Task<SweepReport> RunAsync(bool dryRun, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var report = new SweepReport { StartedAt = now, IsDryRun = dryRun };
        var adopted = await unnamed.AdoptAsync(dryRun, cancellationToken);
        var (uses, released) = await unneeded.ReleaseAsync(dryRun, cancellationToken);
        var left = await bin.LeftAsync(Left, MostLeft, cancellationToken);
        if (!dryRun)
        {
            foreach (var file in left)
            {
                await bin.RemoveAsync(file, cancellationToken);
            }

            await bin.ForgetAsync(cancellationToken);
        }

        report = report with { Adopted = adopted, Unneeded = uses, Released = released + left.Count };
        report = await comparison.CompareAsync(report, now, cancellationToken);
        return await scrub.ScrubAsync(report, cancellationToken);
    }
}
