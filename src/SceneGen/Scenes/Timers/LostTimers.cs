using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Options;

namespace SceneGen.Scenes.Timers;

/// <summary>
/// Timers that went off and never came to their scene: purged with a queue, or lost with the broker. Sent again under the
/// token that the scene waits for, they do nothing where the first one comes after all.
/// </summary>
internal sealed partial class LostTimers(
    SceneDbContext database,
    ISendEndpointProvider endpoints,
    IOptions<SceneOptions> options,
    TimeProvider time,
    ILogger<LostTimers> logger)
{
    private const int PageSize = 500;

    /// <summary>Says how many there were.</summary>
    public async Task<int> SendAgainAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var timers = database.Timers();
        var overdue = database.Overdue(now).Where(scene => !timers.Any(timer => timer.TokenId == scene.DeadlineToken));
        var sent = await SendAgainAsync(database.Stranded(now, options.Value.ThemeWait), TimerOf, cancellationToken)
            + await SendAgainAsync(overdue, DeadlineOf, cancellationToken);
        if (sent > 0)
        {
            Log.SentAgain(logger, sent);
        }

        return sent;
    }

    private async Task<int> SendAgainAsync(
        IQueryable<SceneState> scenes, Func<Waiting, (object Timer, Guid? Token)> timerOf, CancellationToken cancellationToken)
    {
        var queue = await endpoints.GetSendEndpoint(Queues.Scenes);
        var (sent, last) = (0, Guid.Empty);
        while (true)
        {
            var page = await PageAsync(scenes, last, cancellationToken);
            foreach (var scene in page)
            {
                var (timer, token) = timerOf(scene);
                await queue.Send(
                    timer,
                    Pipe.Execute<SendContext>(
                        context => context.Headers.Set(MessageHeaders.SchedulingTokenId, token?.ToString())),
                    cancellationToken);
            }

            await database.SaveChangesAsync(cancellationToken);
            sent += page.Count;
            if (page.Count < PageSize)
            {
                return sent;
            }

            last = page[^1].Id;
        }
    }

    private static Task<List<Waiting>> PageAsync(
        IQueryable<SceneState> scenes, Guid after, CancellationToken cancellationToken)
        => scenes
            .Where(scene => scene.CorrelationId > after)
            .OrderBy(scene => scene.CorrelationId)
            .Take(PageSize)
            .Select(scene => new Waiting(
                scene.CorrelationId,
                scene.CurrentState,
                scene.ThemeWaitToken,
                scene.StepToken,
                scene.DeadlineToken,
                scene.RollbackToken))
            .ToListAsync(cancellationToken);

    private static (object Timer, Guid? Token) TimerOf(Waiting scene) => scene.State switch
    {
        nameof(SceneStateMachine.AwaitingTheme) => (new SceneThemeWaitElapsed { SceneId = scene.Id }, scene.ThemeWait),
        nameof(SceneStateMachine.RollingBack) => (new SceneRollbackUnanswered { SceneId = scene.Id }, scene.Rollback),
        _ => (new SceneStepElapsed { SceneId = scene.Id }, scene.Step),
    };

    private static (object Timer, Guid? Token) DeadlineOf(Waiting scene)
        => (new SceneDeadlineReached { SceneId = scene.Id }, scene.Deadline);

    private sealed record Waiting(Guid Id, string State, Guid? ThemeWait, Guid? Step, Guid? Deadline, Guid? Rollback);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} timers had gone off and not come to their scenes; they are sent again.")]
        public static partial void SentAgain(ILogger logger, int count);
    }
}
