using System.Net;
using SceneGen.Contracts;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation;

/// <summary>Asks the provider how an attempt's prediction stands. Its answer is the truth, whatever else was heard.</summary>
internal sealed partial class PredictionCheck(
    GenerationIntents intents,
    IReplicateApi replicate,
    ProviderTraffic traffic,
    TimeProvider time,
    ILogger<PredictionCheck> logger)
{
    /// <summary>A fresh prediction is not found everywhere at once; one that is older and not found is lost.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    public async Task<CheckResult> LookAsync(CheckGeneration message, CancellationToken cancellationToken)
    {
        var intent = await intents.FindAsync(message.SceneId, message.Run, message.Attempt, cancellationToken);
        if (intent?.PredictionId is null || message.Check <= intent.Checks)
        {
            return new CheckResult.Superseded();
        }

        var result = await AskAsync(intent, cancellationToken);
        return result is not CheckResult.Running running
            || await intents.RecordCheckAsync(intent, running.Check, cancellationToken)
            ? result
            : new CheckResult.Superseded();
    }

    private async Task<CheckResult> AskAsync(
        GenerationIntent intent, CancellationToken cancellationToken)
    {
        var check = intent.Checks + 1;
        var call = new ProviderCall(new Ticket(intent.AskedAt, intent.SceneId));
        using var admission = await traffic.EnterAsync(call, cancellationToken);
        if (admission.Permit is null)
        {
            return new CheckResult.Running(check, admission.Wait);
        }

        try
        {
            var prediction = await admission.Permit.UseAsync(
                () => replicate.GetPredictionAsync(intent.PredictionId!, cancellationToken), cancellationToken);
            return prediction.Status switch
            {
                "succeeded" => Succeeded(prediction),
                "failed" => new CheckResult.Failed(FailureTaxonomy.Read(prediction.ErrorText, intent.Attempt)),
                "canceled" or "aborted" => Retryable(
                    SceneFailureCodes.ProviderFailed, $"The prediction was {prediction.Status}."),

                // A status we have never heard of runs on, until the scene's own deadline.
                _ => new CheckResult.Running(check, Wait: null),
            };
        }
        catch (ReplicateException error)
            when (error.Status is HttpStatusCode.NotFound && time.GetUtcNow() - intent.AskedAt > Fresh)
        {
            return Retryable(SceneFailureCodes.ProviderFailed, "The provider does not know the prediction any more.");
        }
        catch (ReplicateException error)
        {
            Log.CheckFailed(logger, intent.SceneId, intent.PredictionId!, error.Message);
            return new CheckResult.Running(check, error.RetryAfter);
        }
    }

    private static CheckResult Succeeded(Prediction prediction) => prediction.OutputUrl is { Length: > 0 } url
        ? new CheckResult.Succeeded(url)
        : Retryable(SceneFailureCodes.OutputMissing, "The prediction succeeded without an output.");

    private static CheckResult.Failed Retryable(string code, string detail)
        => new(new AttemptFailure(code, SceneFault.Provider, Retryable: true, detail));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} could not be looked at and will be again. {Reason}")]
        public static partial void CheckFailed(ILogger logger, Guid sceneId, string predictionId, string reason);
    }
}
