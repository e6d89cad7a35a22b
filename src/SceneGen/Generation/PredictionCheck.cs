using System.Net;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Polling;
using SceneGen.Replicate;

namespace SceneGen.Generation;

/// <summary>Asks the provider how an attempt's prediction stands. Its answer is the truth, whatever else was heard.</summary>
internal sealed partial class PredictionCheck(
    GenerationIntents intents,
    PredictionWatch watch,
    AttemptJudge judge,
    TimeProvider time,
    ILogger<PredictionCheck> logger)
{
    /// <summary>A fresh prediction is not found everywhere at once; one that is older and not found is lost.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    public async Task<CheckResult> LookAsync(CheckGeneration message, CancellationToken cancellationToken)
    {
        var intent = await intents.FindAsync(message.SceneId, message.Run, message.Attempt, cancellationToken);
        if (intent is null or { PredictionId: null } or { ThemeVersion: ProbePlanner.NoTheme }
            || message.Check <= intent.Checks)
        {
            return new CheckResult.Superseded();
        }

        var result = await AskAsync(intent, cancellationToken);
        return result is not CheckResult.Running running
            || await intents.RecordCheckAsync(intent, running.Check, cancellationToken)
            ? result
            : new CheckResult.Superseded();
    }

    private async Task<CheckResult> AskAsync(GenerationIntent intent, CancellationToken cancellationToken)
    {
        var running = new CheckResult.Running(intent.Checks + 1, Wait: null);
        try
        {
            var look = await watch.LookAsync(intent, cancellationToken);
            return look.Prediction switch
            {
                null => running with { Wait = look.Wait, WasAsked = false },
                { IsOver: true } prediction => await judge.JudgeAsync(intent, prediction, cancellationToken),
                _ => running with { Wait = watch.WaitAfter(running.Check, intent) },
            };
        }
        catch (ReplicateException error)
            when (error.Status is HttpStatusCode.NotFound && time.GetUtcNow() - intent.AskedAt > Fresh)
        {
            return await judge.JudgeAsync(intent, FailureEvidence.Of("lost"), cost: 0, cancellationToken);
        }
        catch (ReplicateException error)
        {
            Log.CheckFailed(logger, intent.SceneId, intent.PredictionId!, error.Message);
            return running with { Wait = error.RetryAfter };
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} could not be looked at and will be again. {Reason}")]
        public static partial void CheckFailed(ILogger logger, Guid sceneId, string predictionId, string reason);
    }
}
