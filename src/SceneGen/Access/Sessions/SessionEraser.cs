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

    /// <summary>Notes the wish, and begins, in one transaction.</summary>
    public async Task BeginAsync(string sessionId, CancellationToken cancellationToken)
    {
        var hash = SessionIds.HashOf(sessionId);
        await database.TryAddAsync(
            new SessionErasure { Sha256 = hash, SessionId = sessionId, AskedAt = time.GetUtcNow() },
            erasure => erasure.Sha256 == hash,
            cancellationToken);
        var row = await database.SessionErasures.SingleAsync(erasure => erasure.Sha256 == hash, cancellationToken);
        (row.SessionId, row.AskedAt) = (sessionId, time.GetUtcNow());
        await SendAsync(row, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        erased.Forget();
    }

    /// <summary>One pass over every session that is not erased to the end.</summary>
    public async Task GoOnAsync(CancellationToken cancellationToken)
    {
        var open = await database.SessionErasures
            .Where(erasure => erasure.SessionId != null)
            .OrderBy(erasure => erasure.AskedAt)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        foreach (var row in open)
        {
            if (await SendAsync(row, cancellationToken) == 0 && time.GetUtcNow() - row.AskedAt > Settled)
            {
                row.SessionId = null;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Returns how many scenes there still are.</summary>
    private async Task<int> SendAsync(SessionErasure row, CancellationToken cancellationToken)
    {
        var left = await database.Scenes
            .Where(scene => scene.SessionId == row.SessionId && scene.ErasedAt == null && scene.CreatedAt <= row.AskedAt)
            .Where(scene => scene.CurrentState != nameof(SceneStateMachine.RollingBack))
            .OrderBy(scene => scene.CreatedAt)
            .Take(MostAtOnce)
            .Select(scene => new { scene.CorrelationId, IsRunning = SceneStates.Running.Contains(scene.CurrentState) })
            .ToListAsync(cancellationToken);
        var scenes = await endpoints.GetSendEndpoint(Queues.Scenes);
        foreach (var scene in left)
        {
            await (scene.IsRunning
                ? scenes.Send(new SceneCancelRequested { SceneId = scene.CorrelationId }, cancellationToken)
                : scenes.Send(new EraseScene { SceneId = scene.CorrelationId }, cancellationToken));
        }

        return left.Count > 0 ? left.Count : await CountWaitingAsync(row, cancellationToken);
    }

    private Task<int> CountWaitingAsync(SessionErasure row, CancellationToken cancellationToken)
        => database.Scenes.CountAsync(
            scene => scene.SessionId == row.SessionId
                && scene.ErasedAt == null
                && scene.CreatedAt <= row.AskedAt
                && scene.CurrentState == nameof(SceneStateMachine.RollingBack),
            cancellationToken);
}
