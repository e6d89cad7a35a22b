using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Polling;
using SceneGen.Generation.Reusing;
using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneConsumer(
    Submission submission, PredictionWatch watch, PaidPictures paid, Chronicle chronicle)
    : IConsumer<GenerateScene>
{
    public async Task Consume(ConsumeContext<GenerateScene> context)
    {
        var scene = context.Message;
        if (MayBeLate(context) && await paid.WentToLaterRunAsync(scene, context.CancellationToken))
        {
            return;
        }

        var known = scene.ReusesPaid
            ? await paid.FindAsync(scene, context.CancellationToken)
            : new PaidPicture.None();
        await (known switch
        {
            PaidPicture.Found found => context.Send(
                Queues.Scenes, scene.Reused(found) with { Happened = chronicle.Take() }),
            PaidPicture.Later later => context.Send(
                Queues.Scenes,
                scene.Postponed(new Purchase.Postponed(later.Wait) { Stop = later.Stop }) with { Happened = chronicle.Take() }),
            _ => SubmitAsync(context, scene),
        });
    }

    // The first time no later run has taken over what it bought, and the read is saved.
    private static bool MayBeLate(ConsumeContext<GenerateScene> context)
        => context.Message.IsRepeat || context.ReceiveContext.Redelivered || context.GetRetryAttempt() > 0;

    private async Task SubmitAsync(ConsumeContext<GenerateScene> context, GenerateScene scene)
    {
        var purchase = await submission.MakeAsync(scene, context.CancellationToken);
        var happened = chronicle.Take();
        await (purchase switch
        {
            Purchase.Begun begun => context.Send(
                Queues.Scenes,
                scene.Started(begun) with { FirstCheck = watch.Begin(begun.Intent), Happened = happened }),
            Purchase.Refused refused => context.Send(Queues.Scenes, scene.Failed(refused) with { Happened = happened }),
            Purchase.Postponed postponed => context.Send(
                Queues.Scenes, scene.Postponed(postponed) with { Happened = happened }),
            Purchase.Unwanted => Task.CompletedTask,
            _ => throw new InvalidOperationException($"{purchase} has no event."),
        });
    }
}
