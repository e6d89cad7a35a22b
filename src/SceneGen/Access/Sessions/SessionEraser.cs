using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;

namespace SceneGen.Access.Sessions;

/// <summary>
/// Erases sessions, a pass at a time until nothing is left: by the scenes themselves, as when their users delete them. A
/// running scene is canceled first, and one whose avatar is being rolled back waits for the answer.
/// </summary>
internal sealed class SessionEraser(
    SceneDbContext database, ISendEndpointProvider endpoints, ErasedSessions erased, TimeProvider time)
{
    private const int MostAtOnce = 200;

    /// <summary>A scene that was being taken in when its session was erased is stored by then.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <summary>Once this returns the session will be erased, whatever becomes of this process.</summary>
    public async Task BeginAsync(string sessionId, CancellationToken cancellationToken)
    {
        var (hash, now) = (SessionIds.HashOf(sessionId), time.GetUtcNow());
        var row = new SessionErasure { Sha256 = hash, SessionId = sessionId, AskedAt = now };
        if (!await database.TryAddAsync(row, erasure => erasure.Sha256 == hash, cancellationToken))
        {
            await database.SessionErasures
                .Where(erasure => erasure.Sha256 == hash)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.SessionId, sessionId).SetProperty(one => one.AskedAt, now),
                    cancellationToken);
        }

        erased.Forget();
        await SendAsync(database.SessionErasures.Where(erasure => erasure.Sha256 == hash), cancellationToken);
    }

    /// <summary>One pass over every session of which something is left.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        await SendAsync(database.SessionErasures, cancellationToken);
        var settled = time.GetUtcNow() - Settled;
        var done = await database.SessionErasures
            .Where(erasure => erasure.SessionId != null && erasure.AskedAt < settled)
            .Where(erasure => !database.Scenes.Any(scene => scene.SessionId == erasure.SessionId
                && scene.ErasedAt == null
                && scene.CreatedAt <= erasure.AskedAt))
            .OrderBy(erasure => erasure.AskedAt)
            .Take(MostAtOnce)
            .Select(erasure => erasure.SessionId!)
            .ToListAsync(cancellationToken);
        if (done.Count > 0)
        {
            await ForgetAsync(done, settled, cancellationToken);
        }
    }

    /// <summary>The ids themselves, last where it says that they are to be forgotten.</summary>
    private async Task ForgetAsync(List<string> sessions, DateTimeOffset settled, CancellationToken cancellationToken)
    {
        var callers = sessions.ConvertAll(session => $"session:{session}");
        await database.Scenes
            .Where(scene => scene.ErasedAt != null && sessions.Contains(scene.SessionId))
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.SessionId, ""), cancellationToken);
        await database.QuotaHolders.Where(holder => callers.Contains(holder.Name)).ExecuteDeleteAsync(cancellationToken);
        await database.RequestCounts.Where(count => callers.Contains(count.Name)).ExecuteDeleteAsync(cancellationToken);

        // Whoever asked again meanwhile is served by the next passes.
        await database.SessionErasures
            .Where(erasure => erasure.AskedAt < settled && sessions.Contains(erasure.SessionId!))
            .ExecuteUpdateAsync(set => set.SetProperty(erasure => erasure.SessionId, (string?)null), cancellationToken);
    }

    private async Task SendAsync(IQueryable<SessionErasure> erasures, CancellationToken cancellationToken)
    {
        var left = await erasures
            .Where(erasure => erasure.SessionId != null)
            .SelectMany(erasure => database.Scenes.Where(scene => scene.SessionId == erasure.SessionId
                && scene.ErasedAt == null
                && scene.CreatedAt <= erasure.AskedAt))
            .Where(scene => scene.CurrentState != nameof(SceneStateMachine.RollingBack))
            .OrderBy(scene => scene.CreatedAt)
            .Take(MostAtOnce)
            .Select(scene => new { scene.CorrelationId, scene.CurrentState })
            .ToListAsync(cancellationToken);
        var scenes = await endpoints.GetSendEndpoint(Queues.Scenes);
        foreach (var scene in left)
        {
            await (SceneStates.Running.Contains(scene.CurrentState)
                ? scenes.Send(new SceneCancelRequested { SceneId = scene.CorrelationId }, cancellationToken)
                : scenes.Send(new EraseScene { SceneId = scene.CorrelationId }, cancellationToken));
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
