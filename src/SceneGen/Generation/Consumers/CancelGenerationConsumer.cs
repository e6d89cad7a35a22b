using System.Net;
using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Messaging;
using SceneGen.Replicate;

namespace SceneGen.Generation.Consumers;

internal sealed partial class CancelGenerationConsumer(
    IReplicateApi replicate,
    ProviderTraffic traffic,
    TimeProvider time,
    ILogger<CancelGenerationConsumer> logger) : IConsumer<CancelGeneration>
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(30);

    public async Task Consume(ConsumeContext<CancelGeneration> context)
    {
        var (sceneId, predictionId) = (context.Message.SceneId, context.Message.PredictionId);
        var call = new ProviderCall(new Ticket(time.GetUtcNow(), sceneId));
        using var admission = await traffic.EnterAsync(call, context.CancellationToken);
        if (admission.Permit is null)
        {
            await AgainAsync(context, admission.Wait);
            return;
        }

        try
        {
            await admission.Permit.UseAsync(
                () => replicate.CancelPredictionAsync(predictionId, context.CancellationToken), context.CancellationToken);
            Log.Canceled(logger, sceneId, predictionId);
        }
        catch (ReplicateException error) when (error.Status is HttpStatusCode.NotFound)
        {
            Log.AlreadyGone(logger, sceneId, predictionId);
        }
        catch (ReplicateException error)
        {
            // It runs and is paid for until somebody stops it.
            Log.NotYet(logger, sceneId, predictionId, error.Message);
            await AgainAsync(context, error.RetryAfter ?? BetweenTries);
        }
    }

    private async Task AgainAsync(ConsumeContext<CancelGeneration> context, TimeSpan wait)
    {
        var again = time.GetUtcNow() + wait;
        await context.ScheduleSend(Queues.CancelGeneration, again.UtcDateTime, context.Message);
    }

    private static partial class Log
    {
        [LoggerMessage(3, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} could not be canceled and will be. {Reason}")]
        public static partial void NotYet(ILogger logger, Guid sceneId, string predictionId, string reason);

        [LoggerMessage(1, LogLevel.Information, "Scene {SceneId}: prediction {PredictionId} was canceled.")]
        public static partial void Canceled(ILogger logger, Guid sceneId, string predictionId);

        [LoggerMessage(2, LogLevel.Information, "Scene {SceneId}: prediction {PredictionId} was to be canceled and is not there.")]
        public static partial void AlreadyGone(ILogger logger, Guid sceneId, string predictionId);
    }
}
