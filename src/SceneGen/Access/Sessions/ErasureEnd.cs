using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Access.Sessions;

/// <summary>Forgets the ids of erased sessions, last where it says that they are to be forgotten.</summary>
internal sealed class ErasureEnd(SceneDbContext database, TimeProvider time)
{
    private const int PageSize = 200;

    /// <summary>
    /// A scene that was being taken in when its session was erased is stored by then, even where the clock of who was
    /// asked is behind this one.
    /// </summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(10);

    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        List<SessionErasure> done;
        do
        {
            done = await DoneAsync(cancellationToken);
            foreach (var erasure in done)
            {
                await ForgetAsync(erasure, cancellationToken);
            }
        }
        while (done.Count == PageSize);
    }

    /// <summary>Those of which neither a scene is left nor anything of one.</summary>
    private Task<List<SessionErasure>> DoneAsync(CancellationToken cancellationToken)
    {
        var settled = time.GetUtcNow() - Settled;
        return database.SessionErasures.AsNoTracking()
            .Where(erasure => erasure.SessionId != null && erasure.AskedAt < settled)
            .Where(erasure => !database.Scenes.Any(
                scene => scene.SessionId == erasure.SessionId && scene.SessionErasures < erasure.Number))
            .Where(erasure => !database.Scenes.Any(scene => scene.SessionId == SessionMark.Prefix + erasure.Sha256
                && scene.SessionErasures < erasure.Number
                && scene.TracesErasedAt == null))
            .OrderBy(erasure => erasure.AskedAt)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }

    private async Task ForgetAsync(SessionErasure erasure, CancellationToken cancellationToken)
    {
        var (hash, sessionId, number) = (erasure.Sha256, erasure.SessionId!, erasure.Number);
        var mark = SessionMark.Of(sessionId);
        string[] callers = [QuotaHolder.OfSession(sessionId), $"session:{sessionId}"];
        await database.Scenes
            .Where(scene => scene.SessionId == mark && scene.ErasedAt != null && scene.SessionErasures < number)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.SessionId, ""), cancellationToken);
        await database.QuotaHolders.Where(holder => callers.Contains(holder.Name)).ExecuteDeleteAsync(cancellationToken);
        await database.RequestCounts.Where(count => callers.Contains(count.Name)).ExecuteDeleteAsync(cancellationToken);

        // Whoever asked again meanwhile is served by the next passes.
        await database.SessionErasures
            .Where(one => one.Sha256 == hash && one.Number == number && one.AskedAt == erasure.AskedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.SessionId, (string?)null), cancellationToken);
    }
}
