using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Replicate;

namespace SceneGen.Generation;

/// <summary>Asks the provider how an attempt's prediction stands. Its answer is the truth, whatever else was heard.</summary>
internal sealed partial class PredictionCheck(
    GenerationIntents intents, IReplicateApi replicate, ILogger<PredictionCheck> logger)
{
    public async Task<CheckResult> LookAsync(CheckGeneration message, CancellationToken cancellationToken)
    {
        var intent = await intents.FindAsync(message.SceneId, message.Run, message.Attempt, cancellationToken);
        if (intent?.PredictionId is not { } predictionId || message.Check <= intent.Checks)
        {
            return new CheckResult.Superseded();
        }

        var result = await AskAsync(predictionId, message, intent.Checks + 1, cancellationToken);
        return result is not CheckResult.Running running
            || await intents.RecordCheckAsync(intent, running.Check, cancellationToken)
            ? result
            : new CheckResult.Superseded();
    }

    private async Task<CheckResult> AskAsync(
        string predictionId, CheckGeneration message, int check, CancellationToken cancellationToken)
    {
        try
        {
            var prediction = await replicate.GetPredictionAsync(predictionId, cancellationToken);
            return prediction.Status switch
            {
                "succeeded" => Succeeded(prediction),
                "failed" => new CheckResult.Failed(FailureTaxonomy.Read(prediction.ErrorText, message.Attempt)),
                "canceled" or "aborted" => new CheckResult.Failed(new AttemptFailure(
                    SceneFailureCodes.ProviderFailed, SceneFault.Provider, true, $"The prediction was {prediction.Status}.")),

                // A status we have never heard of runs on, until the scene's own deadline.
                _ => new CheckResult.Running(check, Wait: null),
            };
        }
        catch (ReplicateException error)
        {
            // Also a 404: a fresh prediction is not found everywhere at once. The deadline ends what never changes.
            Log.CheckFailed(logger, message.SceneId, predictionId, error.Message);
            return new CheckResult.Running(check, error.RetryAfter);
        }
    }

    private static CheckResult Succeeded(Prediction prediction) => prediction.OutputUrl is { Length: > 0 } url
        ? new CheckResult.Succeeded(url)
        : new CheckResult.Failed(new AttemptFailure(
            SceneFailureCodes.OutputMissing, SceneFault.Provider, true, "The prediction succeeded without an output."));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} could not be looked at and will be again. {Reason}")]
        public static partial void CheckFailed(ILogger logger, Guid sceneId, string predictionId, string reason);
    }
}
