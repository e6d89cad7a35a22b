using Microsoft.EntityFrameworkCore;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Data.Erasing;

/// <summary>
/// Looks after deleted scenes until nothing but their rows is left: the message by which the rest goes may have been lost,
/// and what was under way when they were deleted may have come after it. Several instances at it do no harm.
/// </summary>
internal sealed class TraceSweep(
    SceneDbContext database, TraceEraser eraser, TimeProvider time)
{
    private const int PageSize = 100;

    /// <summary>Whoever was at work for the scene when it was deleted is done by then.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        var settled = time.GetUtcNow() - Settled;
        var (at, id) = (DateTimeOffset.UnixEpoch, Guid.Empty);
        while (true)
        {
            var page = await database.Scenes.AsNoTracking()
                .Where(scene => scene.ErasedAt != null && scene.TracesErasedAt == null && scene.ErasedAt < settled)
                .Where(scene => scene.ErasedAt >= at && (scene.ErasedAt > at || scene.CorrelationId > id))
                .OrderBy(scene => scene.ErasedAt)
                .ThenBy(scene => scene.CorrelationId)
                .Take(PageSize)
                .Select(scene => new { scene.CorrelationId, scene.SessionId, scene.ErasedAt })
                .ToListAsync(cancellationToken);
            foreach (var session in page.Select(scene => scene.SessionId).Distinct())
            {
                await MarkSessionAsync(page.ConvertAll(scene => scene.CorrelationId), session, cancellationToken);
            }

            if (page.Count > 0)
            {
                await EraseAsync(page.ConvertAll(scene => scene.CorrelationId), cancellationToken);
            }

            if (page.Count < PageSize)
            {
                return;
            }

            (at, id) = (page[^1].ErasedAt!.Value, page[^1].CorrelationId);
        }
    }

    /// <summary>The version before this one left the session's id in the row.</summary>
    private async Task MarkSessionAsync(List<Guid> ids, string session, CancellationToken cancellationToken)
    {
        if (SessionMark.Of(session) is var mark && mark != session)
        {
            await database.Scenes
                .Where(scene => ids.Contains(scene.CorrelationId) && scene.SessionId == session)
                .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.SessionId, mark), cancellationToken);
        }
    }

    private async Task EraseAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        await eraser.EraseAsync(ids, cancellationToken);
        await database.Scenes
            .Where(scene => ids.Contains(scene.CorrelationId) && scene.ErasedAt != null && scene.OutputUrl != null)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.OutputUrl, (string?)null), cancellationToken);
        await NoteAsync(ids, cancellationToken);
    }

    /// <summary>Files have a sweep of their own, and lost predictions their search: until then it is not over.</summary>
    private async Task NoteAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.Scenes
            .Where(scene => ids.Contains(scene.CorrelationId) && scene.ErasedAt != null)
            .Where(scene => !database.Intents.Any(intent => intent.SceneId == scene.CorrelationId)
                && !database.FileUses.Any(use => use.SceneId == scene.CorrelationId))
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.TracesErasedAt, now), cancellationToken);
    }
}
