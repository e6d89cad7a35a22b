using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data.Messages;

namespace SceneGen.Data.Erasing;

internal sealed class EraseTracesConsumer(SceneDbContext database) : IConsumer<EraseTraces>
{
    public async Task Consume(ConsumeContext<EraseTraces> context)
    {
        var sceneId = context.Message.SceneId;

        // What was asked of the provider without an answer is still looked for, and goes when that is settled.
        await database.Intents
            .Where(intent => intent.SceneId == sceneId && intent.PredictionId != null)
            .ExecuteDeleteAsync(context.CancellationToken);
        await database.Callbacks.Where(callback => callback.SceneId == sceneId).ExecuteDeleteAsync(context.CancellationToken);
        await database.Timeline.Where(entry => entry.SceneId == sceneId).ExecuteDeleteAsync(context.CancellationToken);

        // The key stays, so that the same request still makes no second scene; what it says of the avatar goes.
        await database.KeptAnswers
            .Where(answer => answer.SceneId == sceneId)
            .ExecuteUpdateAsync(set => set.SetProperty(answer => answer.Body, ""), context.CancellationToken);
    }
}
