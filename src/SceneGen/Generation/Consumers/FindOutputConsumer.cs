using MassTransit;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Messaging;
using SceneGen.Replicate;

namespace SceneGen.Generation.Consumers;

internal sealed partial class FindOutputConsumer(
    GenerationIntents intents,
    IReplicateApi replicate,
    ProviderTraffic traffic,
    TimeProvider time,
    ILogger<FindOutputConsumer> logger) : IConsumer<FindOutput>
{
    public async Task Consume(ConsumeContext<FindOutput> context)
    {
        var (message, stop) = (context.Message, context.CancellationToken);
        var intent = await intents.FindAsync(message.SceneId, message.Run, message.Attempt, stop);
        if (intent?.PredictionId is not { } predictionId)
        {
            Log.NotThere(logger, message.SceneId, "Its attempt is not known any more.");
            return;
        }

        using var admission = await traffic.EnterAsync(new ProviderCall(new Ticket(time.GetUtcNow(), message.SceneId)), stop);
        if (admission.Permit is null)
        {
            var again = time.GetUtcNow() + admission.Wait;
            await context.ScheduleSend(Queues.FindOutput, again.UtcDateTime, message);
            return;
        }

        try
        {
            var prediction = await admission.Permit.UseAsync(() => replicate.GetPredictionAsync(predictionId, stop), stop);
            if (prediction.OutputUrl is not { } url)
            {
                Log.NotThere(logger, message.SceneId, "The provider has removed it.");
                return;
            }

            await context.Send(Queues.Scenes, new GenerationSucceeded
            {
                SceneId = message.SceneId,
                Run = message.Run,
                Attempt = message.Attempt,
                OutputUrl = url,
                CompletedAt = prediction.CompletedAt,
                IsFoundAgain = true,
            });
        }
        catch (ReplicateException error)
        {
            Log.NotThere(logger, message.SceneId, error.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The picture of scene {SceneId} is lost, and cannot be had from the provider again. {Reason}")]
        public static partial void NotThere(ILogger logger, Guid sceneId, string reason);
    }
}
