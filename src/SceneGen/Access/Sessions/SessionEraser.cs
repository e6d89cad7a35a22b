using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Contracts;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;

namespace SceneGen.Access.Sessions;

/// <summary>Begins to erase a session; <see cref="ErasurePass"/> goes on until nothing is left.</summary>
internal sealed class SessionEraser(
    SceneDbContext database, ISendEndpointProvider endpoints, ErasedSessions erased, TimeProvider time)
{
    private const int MostAtOnce = 200;

    /// <summary>Once this returns the session will be erased, whatever becomes of this process.</summary>
    public async Task BeginAsync(string sessionId, CancellationToken cancellationToken)
    {
        var (hash, now) = (SessionMark.HashOf(sessionId), time.GetUtcNow());
        var number = SessionErasure.NumberAt(now);
        var row = new SessionErasure { Sha256 = hash, SessionId = sessionId, AskedAt = now, Number = number };
        if (!await database.TryAddAsync(row, erasure => erasure.Sha256 == hash, cancellationToken))
        {
            await database.SessionErasures
                .Where(erasure => erasure.Sha256 == hash)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(one => one.SessionId, sessionId)
                        .SetProperty(one => one.AskedAt, now)
                        .SetProperty(one => one.Number, one => one.Number < number ? number : one.Number + 1),
                    cancellationToken);
        }

        erased.Forget();
        await SendAsync(sessionId, hash, cancellationToken);
    }

    /// <summary>The first of its scenes are told at once.</summary>
    private async Task SendAsync(string sessionId, string hash, CancellationToken cancellationToken)
    {
        var number = await database.SessionErasures
            .Where(erasure => erasure.Sha256 == hash)
            .Select(erasure => erasure.Number)
            .SingleAsync(cancellationToken);
        var left = await database.RemainsOf(sessionId, number)
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
