using System.Text;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
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
    SceneDbContext database, SignedPoster poster, IOptions<CallbackOptions> options, CallbackMeter meter, TimeProvider time)
    : IConsumer<PostCallback>
{
    private static readonly PostOutcome Unsigned = new(PostFate.Missed, "Callbacks:Secret is not set.", "unsigned");

    public async Task Consume(ConsumeContext<PostCallback> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var callback = await database.Callbacks.SingleOrDefaultAsync(row => row.Id == message.CallbackId, stop);
        if (callback is not { State: CallbackState.Waiting } || callback.Tries != message.Tries)
        {
            return;
        }

        var url = await database.Scenes
            .Where(scene => scene.CorrelationId == callback.SceneId)
            .Select(scene => scene.CallbackUrl)
            .SingleOrDefaultAsync(stop);
        if (url is not null)
        {
            var outcome = await PostAsync(callback, url, stop);
            context.AfterCommit(() => meter.Post(outcome.Fate));
            await SettleAsync(context, callback, outcome);
        }
    }

    private Task<PostOutcome> PostAsync(SceneCallback callback, string url, CancellationToken cancellationToken)
        => options.Value.Secret.Length == 0
            ? Task.FromResult(Unsigned)
            : poster.PostAsync(
                new SignedPost(url, options.Value.Secret, $"msg_{callback.Id:N}", Encoding.UTF8.GetBytes(callback.Body))
                {
                    FormerSecret = options.Value.FormerSecret,
                },
                cancellationToken);

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
            callback.NextAt = now + pause;
            await context.ScheduleSend(
                Queues.PostCallback,
                callback.NextAt.Value.UtcDateTime,
                new PostCallback { CallbackId = callback.Id, Tries = callback.Tries });
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
}
