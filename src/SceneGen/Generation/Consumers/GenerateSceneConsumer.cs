using MassTransit;
using SceneGen.Generation.Messages;

namespace SceneGen.Generation.Consumers;

internal sealed class GenerateSceneConsumer(PredictionBuyer buyer) : IConsumer<GenerateScene>
{
    public async Task Consume(ConsumeContext<GenerateScene> context)
    {
        var scene = context.Message;
        var purchase = await buyer.BuyAsync(scene, context.CancellationToken);
        await (purchase switch
        {
            Purchase.Begun begun => context.Publish(scene.Started(begun)),
            Purchase.Refused refused => context.Publish(scene.Failed(refused)),
            Purchase.Postponed postponed => context.Publish(scene.Postponed(postponed)),
            _ => throw new InvalidOperationException($"{purchase} has no event."),
        });
    }
}
