using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;

namespace SceneGen.Operations.Invariants.Rules;

/// <summary>What is sent arrives, timers go off and are somebody's, and nothing lies where failed messages go.</summary>
internal sealed class NothingIsLeft(SceneDbContext database, BrokerQueues queues, TimeProvider time) : IInvariant
{
    private static readonly TimeSpan UnderWay = TimeSpan.FromMinutes(5);

    /// <summary>What is late by minutes is sent again.</summary>
    private static readonly TimeSpan LateForPost = TimeSpan.FromHours(1);

    /// <summary>How long the inbox remembers, and two days in which it may be pruned.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(9);

    private static readonly string[] Busy =
    [
        nameof(SceneStateMachine.Submitting), nameof(SceneStateMachine.Generating), nameof(SceneStateMachine.Storing),
    ];

    public string Name => "I6";

    private IQueryable<OutboxMessage> Outbox => database.Set<OutboxMessage>().AsNoTracking();

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var breaches = new Breaches(cancellationToken);
        var late = time.GetUtcNow() - UnderWay;
        await breaches.AddAsync(
            Outbox.Where(row => row.ParkedAt == null && row.VisibleAt < late).OrderBy(row => row.Id)
                .Select(row => new { row.Id, row.MessageTypes, row.DueAt }),
            row => $"{(row.DueAt is null ? "message" : "timer")} {row.Id} has not left the outbox: {row.MessageTypes}");
        await breaches.AddAsync(
            Outbox.Where(row => row.ParkedAt != null).OrderBy(row => row.Id)
                .Select(row => new { row.Id, row.MessageTypes, row.ParkedReason }),
            row => $"message {row.Id} is parked: {row.MessageTypes}, {row.ParkedReason}");
        await AddLostTimersAsync<SceneThemeWaitElapsed>(breaches, scene => scene.ThemeWaitToken);
        await AddLostTimersAsync<SceneStepElapsed>(breaches, scene => scene.StepToken);
        await AddLostTimersAsync<SceneDeadlineReached>(breaches, scene => scene.DeadlineToken);
        await AddLostTimersAsync<SceneRollbackUnanswered>(breaches, scene => scene.RollbackToken);
        await AddLateCallbacksAsync(breaches);
        var forgotten = time.GetUtcNow() - Remembered;
        if (await database.Set<InboxMessage>().AnyAsync(message => message.ConsumedAt < forgotten, cancellationToken))
        {
            breaches.Add("the inbox is not pruned");
        }

        var held = await AddQueuesAsync(breaches, cancellationToken);
        var waiting = await Outbox.CountAsync(row => row.DueAt == null && row.ParkedAt == null, cancellationToken);
        var timers = await Outbox.CountAsync(row => row.DueAt != null && row.ParkedAt == null, cancellationToken);
        return breaches.With($"{waiting} messages and {timers} timers in the outbox, {held}");
    }

    /// <summary>A timer that no scene knows of. It joins, for a token is looked up by no index of the scenes'.</summary>
    private Task AddLostTimersAsync<TTimer>(Breaches breaches, Expression<Func<SceneState, Guid?>> tokenOf)
    {
        var type = $":{typeof(TTimer).Name}";
        return breaches.AddAsync(
            Outbox.Where(row => row.TokenId != null && row.ParkedAt == null && row.MessageTypes.EndsWith(type))
                .LeftJoin(database.Scenes, row => row.TokenId, tokenOf, (row, scene) => new { row.Id, Scene = (Guid?)scene!.CorrelationId })
                .Where(pair => pair.Scene == null)
                .OrderBy(pair => pair.Id)
                .Select(pair => pair.Id),
            id => $"timer {id} is no scene's: {typeof(TTimer).Name}");
    }

    private Task AddLateCallbacksAsync(Breaches breaches)
    {
        var late = time.GetUtcNow() - LateForPost;
        return breaches.AddAsync(
            database.Callbacks
                .Where(callback => callback.State == CallbackState.Waiting && callback.NextAt < late)
                .OrderBy(callback => callback.NextAt)
                .Select(callback => callback.Id),
            id => $"callback msg_{id:N} has not been posted, over an hour late");
    }

    private async Task<string> AddQueuesAsync(Breaches breaches, CancellationToken cancellationToken)
    {
        if (!queues.AreThere)
        {
            return "no broker";
        }

        // While scenes are painted there is always something in a queue.
        var isQuiet = !await database.Scenes.AnyAsync(scene => Busy.Contains(scene.CurrentState), cancellationToken);
        var counts = await queues.CountAsync(cancellationToken);
        foreach (var queue in counts.Keys.Where(queue => isQuiet || BrokerQueues.IsForFailed(queue)))
        {
            breaches.Add($"the queue {queue} holds messages");
        }

        return $"{counts.Values.Sum(count => count)} messages in the broker's queues";
    }
}
