using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Polling;
using SceneGen.Messaging;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneConsumer(Submission submission, PredictionWatch watch, Chronicle chronicle)
    : IConsumer<GenerateScene>
{
    public async Task Consume(ConsumeContext<GenerateScene> context)
    {
        var scene = context.Message;
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
            _ => throw new InvalidOperationException($"{purchase} has no event."),
        });
    }
}
