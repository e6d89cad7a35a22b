using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Messages;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Observability.Metrics;
using SceneGen.Persistence.Outbox.Consuming;

namespace SceneGen.Callbacks.Telling;

/// <summary>
/// Posts a callback, and notes what came of it with what follows. A process that ends between the two has posted it under
/// an id by which the receiver knows the second one.
/// </summary>
internal sealed class PostCallbackConsumer(
    SceneDbContext database, CallbackPoster poster, CallbackMeter meter, TimeProvider time)
    : IConsumer<PostCallback>
{
    /// <summary>Longer than a post takes.</summary>
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UntilNextTurn = TimeSpan.FromSeconds(10);

    public async Task Consume(ConsumeContext<PostCallback> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        if (!await TryHoldAsync(message, stop)
            || await database.Callbacks.SingleOrDefaultAsync(row => row.Id == message.CallbackId, stop) is not { } callback)
        {
            return;
        }

        if (await FindReceiverAsync(callback.SceneId, stop) is not var (url, caller))
        {
            // The scene was deleted meanwhile.
            database.Remove(callback);
            return;
        }

        if (await poster.TryPostAsync(callback, url, caller, stop) is not { } outcome)
        {
            await PostLaterAsync(context, callback, UntilNextTurn);
            return;
        }

        context.AfterCommit(() => meter.Post(outcome.Fate));
        await SettleAsync(context, callback, outcome);
    }

    /// <summary>While it is posted it is not late, so that nobody sends it again.</summary>
    private async Task<bool> TryHoldAsync(PostCallback message, CancellationToken cancellationToken)
    {
        var (id, tries, end) = (message.CallbackId, message.Tries, time.GetUtcNow() + Hold);
        return await database.Callbacks
            .Where(row => row.Id == id && row.State == CallbackState.Waiting && row.Tries == tries)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.NextAt, end), cancellationToken) == 1;
    }

    private async Task<(string Url, string? Caller)?> FindReceiverAsync(Guid sceneId, CancellationToken cancellationToken)
    {
        var scene = await database.Scenes
            .Where(scene => scene.CorrelationId == sceneId && scene.ErasedAt == null && scene.CallbackUrl != null)
            .Select(scene => new { scene.CallbackUrl, scene.CallbackCaller })
            .SingleOrDefaultAsync(cancellationToken);
        return scene is null ? null : (scene.CallbackUrl!, scene.CallbackCaller);
    }

    private async Task SettleAsync(ConsumeContext<PostCallback> context, SceneCallback callback, PostOutcome outcome)
    {
        var now = time.GetUtcNow();
        callback.Tries++;
        callback.Misses = outcome.Fate is PostFate.Taken ? 0 : callback.Misses + 1;
        (callback.LastAt, callback.LastOutcome, callback.NextAt) = (now, outcome.Code, null);
        if (outcome.Fate is not PostFate.Taken
            && !outcome.IsFinal
            && CallbackPlan.PauseAfter(callback.Misses, outcome.RetryAfter) is { } pause)
        {
            await PostLaterAsync(context, callback, pause);
            return;
        }

        callback.State = outcome.Fate is PostFate.Taken ? CallbackState.Taken : CallbackState.Failed;
        await context.Send(Queues.Scenes, new CallbackSettled
        {
            SceneId = callback.SceneId,
            Type = callback.Type,
            IsTaken = callback.State is CallbackState.Taken,
            Outcome = outcome.Code,
        });
    }

    private async Task PostLaterAsync(ConsumeContext<PostCallback> context, SceneCallback callback, TimeSpan pause)
    {
        var next = time.GetUtcNow() + pause;
        callback.NextAt = next;
        await context.ScheduleSend(
            Queues.PostCallback, next.UtcDateTime, new PostCallback { CallbackId = callback.Id, Tries = callback.Tries });
    }
}
