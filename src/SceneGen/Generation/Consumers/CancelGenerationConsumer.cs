using System.Net;
using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Replicate;

namespace SceneGen.Generation.Consumers;

internal sealed partial class CancelGenerationConsumer(IReplicateApi replicate, ILogger<CancelGenerationConsumer> logger)
    : IConsumer<CancelGeneration>
{
    public async Task Consume(ConsumeContext<CancelGeneration> context)
    {
        var (sceneId, predictionId) = (context.Message.SceneId, context.Message.PredictionId);
        try
        {
            await replicate.CancelPredictionAsync(predictionId, context.CancellationToken);
            Log.Canceled(logger, sceneId, predictionId);
        }
        catch (ReplicateException error) when (error.Status is HttpStatusCode.NotFound)
        {
            Log.AlreadyGone(logger, sceneId, predictionId);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Scene {SceneId}: prediction {PredictionId} was canceled.")]
        public static partial void Canceled(ILogger logger, Guid sceneId, string predictionId);

        [LoggerMessage(2, LogLevel.Information, "Scene {SceneId}: prediction {PredictionId} was to be canceled and is not there.")]
        public static partial void AlreadyGone(ILogger logger, Guid sceneId, string predictionId);
    }
}
