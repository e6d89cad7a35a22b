using MassTransit;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation;

/// <summary>Enters what was bought, so that a scene follows the prediction that its own attempt has, and no other.</summary>
internal sealed partial class PurchaseLedger(
    GenerationIntents intents, ISendEndpointProvider endpoints, ILogger<PurchaseLedger> logger)
{
    /// <summary>The attempt with the prediction to follow; null where that is still to be found.</summary>
    public async Task<GenerationIntent?> EnterAsync(
        GenerationIntent intent, Prediction prediction, CancellationToken cancellationToken)
    {
        if (await intents.RecordPredictionAsync(intent, prediction, cancellationToken) is { } recorded)
        {
            return recorded;
        }

        switch (await intents.FindAsync(intent.SceneId, intent.Run, intent.Attempt, cancellationToken))
        {
            case null:
                // Gone with its scene, or given up for it: a scene that does not want the prediction cancels it.
                return intent with { PredictionId = prediction.Id, ModelVersion = prediction.KnownVersion };
            case { PredictionId: { } known } own:
                await CancelOtherAsync(own, known, prediction, cancellationToken);
                return own;
            default:
                // An attempt with the same input has taken it for its own; the one that was made for that is left.
                Log.TakenByTwin(logger, intent.SceneId, prediction.Id);
                await intents.RecordNoAnswerAsync(intent, cancellationToken);
                return null;
        }
    }

    /// <summary>Another holder of the lease has found one while the call was under way; as a rule it is the same.</summary>
    private async Task CancelOtherAsync(
        GenerationIntent intent, string known, Prediction prediction, CancellationToken cancellationToken)
    {
        if (prediction.Id == known)
        {
            return;
        }

        Log.BoughtTwice(logger, intent.SceneId, prediction.Id, known);
        var cancel = await endpoints.GetSendEndpoint(Queues.CancelGeneration);
        await cancel.Send(
            new CancelGeneration { SceneId = intent.SceneId, PredictionId = prediction.Id }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} was taken by an attempt with the same input, whose own is looked for instead.")]
        public static partial void TakenByTwin(ILogger logger, Guid sceneId, string predictionId);

        [LoggerMessage(2, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} was bought beside {Known} and is canceled.")]
        public static partial void BoughtTwice(ILogger logger, Guid sceneId, string predictionId, string known);
    }
}
