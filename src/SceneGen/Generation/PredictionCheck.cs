using System.Net;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Polling;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Generation;

/// <summary>Asks the provider how an attempt's prediction stands. Its answer is the truth, whatever else was heard.</summary>
internal sealed partial class PredictionCheck(
    GenerationIntents intents,
    PredictionWatch watch,
    AttemptJudge judge,
    Chronicle chronicle,
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

        var (result, waitSince) = await AskAsync(intent, cancellationToken);
        return result is not CheckResult.Running running
            || await intents.RecordCheckAsync(
                new IntentCheck(intent, running.Check, waitSince, chronicle.Take()), cancellationToken)
            ? result
            : new CheckResult.Superseded();
    }

    private async Task<(CheckResult Result, DateTimeOffset? WaitSince)> AskAsync(
        GenerationIntent intent, CancellationToken cancellationToken)
    {
        var begun = chronicle.Begin();
        var running = new CheckResult.Running(intent.Checks + 1, Wait: null);
        try
        {
            var look = await watch.LookAsync(intent, cancellationToken);
            if (look.Prediction is not { } prediction)
            {
                return (running with { Wait = look.Wait, WasAsked = false }, NoteWait(intent, look));
            }

            NotePoll(TimelineCodes.Polled, intent, new TimelineFacts { Status = prediction.Status }, begun);
            return (prediction.IsOver
                ? await judge.JudgeAsync(intent, prediction, cancellationToken)
                : running with { Wait = watch.WaitAfter(running.Check, intent), IsPainting = true }, WaitSince: null);
        }
        catch (ReplicateException error)
            when (error.Status is HttpStatusCode.NotFound && chronicle.Now - intent.AskedAt > Fresh)
        {
            NoteFailure(intent, error, begun);
            var lost = await judge.JudgeAsync(intent, FailureEvidence.Of("lost"), cost: 0, cancellationToken);
            return (lost, WaitSince: null);
        }
        catch (ReplicateException error)
        {
            NoteFailure(intent, error, begun);
            Log.CheckFailed(logger, intent.SceneId, intent.PredictionId!, error.Message);
            return (running with { Wait = error.RetryAfter }, WaitSince: null);
        }
    }

    /// <summary>A wait is noted when it begins, not each time that it goes on. Returns since when it lasts.</summary>
    private DateTimeOffset? NoteWait(GenerationIntent intent, Look look)
    {
        if (look.Stop is not { } stop || intent.ChecksWaitSince is not null)
        {
            return intent.ChecksWaitSince;
        }

        var now = chronicle.Now;
        chronicle.Note(SceneWaits.Began(now, stop.Gate, stop.Reason, look.Wait));
        return now;
    }

    private void NoteFailure(GenerationIntent intent, ReplicateException error, long begun)
        => NotePoll(
            TimelineCodes.PollFailed,
            intent,
            new TimelineFacts { Http = (int?)error.Status },
            begun,
            Redaction.Of(error.Message));

    private void NotePoll(
        string code, GenerationIntent intent, TimelineFacts facts, long begun, string? detail = null)
    {
        if (intent.ChecksWaitSince is { } since)
        {
            chronicle.Note(SceneWaits.Ended(chronicle.Now, since));
        }

        chronicle.Note(code, facts with { Check = intent.Checks + 1 }, begun, detail);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId} could not be looked at and will be again. {Reason}")]
        public static partial void CheckFailed(ILogger logger, Guid sceneId, string predictionId, string reason);
    }
}
