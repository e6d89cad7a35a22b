using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes.Messages;

namespace SceneGen.Scenes.Timers;

/// <summary>
/// Timers that went off and never came to their scene: purged with a queue, or lost with the broker. Sent again under the
/// token that the scene waits for, they do nothing where the first one comes after all.
/// </summary>
internal sealed partial class LostTimers(
    SceneDbContext database, ISendEndpointProvider endpoints, TimeProvider time, ILogger<LostTimers> logger)
{
    private const int AtOnce = 500;

    /// <summary>Says how many there were; the oldest first.</summary>
    public async Task<int> SendAgainAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stranded = await WaitingAsync(database.Stranded(now), cancellationToken);
        var timers = database.Set<OutboxMessage>();
        var overdue = await WaitingAsync(
            database.Overdue(now).Where(scene => !timers.Any(
                timer => timer.TokenId != null && timer.TokenId == scene.DeadlineToken)),
            cancellationToken);
        var scenes = await endpoints.GetSendEndpoint(Queues.Scenes);
        foreach (var scene in stranded)
        {
            await (scene.State switch
            {
                nameof(SceneStateMachine.AwaitingTheme) => SendAsync(
                    new SceneThemeWaitElapsed { SceneId = scene.Id }, scene.ThemeWait),
                nameof(SceneStateMachine.RollingBack) => SendAsync(
                    new SceneRollbackUnanswered { SceneId = scene.Id }, scene.Rollback),
                _ => SendAsync(new SceneStepElapsed { SceneId = scene.Id }, scene.Step),
            });
        }

        foreach (var scene in overdue)
        {
            await SendAsync(new SceneDeadlineReached { SceneId = scene.Id }, scene.Deadline);
        }

        await database.SaveChangesAsync(cancellationToken);
        if (stranded.Count + overdue.Count > 0)
        {
            Log.SentAgain(logger, stranded.Count + overdue.Count);
        }

        return stranded.Count + overdue.Count;

        Task SendAsync<T>(T message, Guid? token)
            where T : class
            => scenes.Send(
                message, sent => sent.Headers.Set(MessageHeaders.SchedulingTokenId, token?.ToString()), cancellationToken);
    }

    private static Task<List<Waiting>> WaitingAsync(IQueryable<SceneState> scenes, CancellationToken cancellationToken)
        => scenes
            .OrderBy(scene => scene.UpdatedAt)
            .Take(AtOnce)
            .Select(scene => new Waiting(
                scene.CorrelationId,
                scene.CurrentState,
                scene.ThemeWaitToken,
                scene.StepToken,
                scene.DeadlineToken,
                scene.RollbackToken))
            .ToListAsync(cancellationToken);

    private sealed record Waiting(Guid Id, string State, Guid? ThemeWait, Guid? Step, Guid? Deadline, Guid? Rollback);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} timers had gone off and not come to their scenes; they are sent again.")]
        public static partial void SentAgain(ILogger logger, int count);
    }
}
