using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Intents;
using SceneGen.Observability;
using SceneGen.Replicate.Models;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Options;

namespace SceneGen.Generation.Failures;

/// <summary>What a finished prediction means for its scene.</summary>
internal sealed partial class AttemptJudge(
    FailureCounts counts,
    ContentDispute dispute,
    ModelLibrary models,
    IOptions<SceneOptions> options,
    ILogger<AttemptJudge> logger)
{
    public async Task<CheckResult> JudgeAsync(
        GenerationIntent intent, Prediction prediction, CancellationToken cancellationToken)
    {
        var cost = models.Find(intent.Model) is { } model ? PredictionCost.Of(prediction, model) : 0;
        return prediction is { Status: "succeeded", OutputUrl: { } url }
            ? new CheckResult.Succeeded(url, cost, prediction.CompletedAt)
            {
                Intent = intent,
                PaintedFor = prediction.CompletedAt - prediction.CreatedAt,
            }
            : await JudgeAsync(intent, FailureEvidence.Of(prediction), cost, cancellationToken);
    }

    public async Task<CheckResult> JudgeAsync(
        GenerationIntent intent, FailureEvidence evidence, decimal cost, CancellationToken cancellationToken)
    {
        var rule = FailureTaxonomy.Find(evidence);
        var times = rule.IsCounted ? await counts.CountAsync(intent, rule.Sign, cancellationToken) : 1;
        var perModel = options.Value.AttemptsPerModel;
        var remedy = rule.After(times, isModelsLast: intent.Attempt % perModel == 0);
        if (remedy is Remedy.Settle)
        {
            return await SettleAsync(intent, rule, evidence, cancellationToken);
        }

        if (remedy is Remedy.NextModel && rule.Fault is SceneFault.Operator)
        {
            Log.CoolsDown(logger, intent.SceneId, intent.Model, rule.Code, Redaction.Of(evidence.Text));
        }

        // No scene fails by the operator's fault: when all its models did so, the provider could not paint it.
        var fault = rule.Fault is SceneFault.Operator ? SceneFault.Provider : rule.Fault;
        var goesOn = remedy is Remedy.TryAgain or Remedy.NextModel;
        var failure = new AttemptFailure(rule.Code, fault, goesOn, DetailOf(evidence))
        {
            NextAttempt = remedy is Remedy.NextModel ? (((intent.Attempt - 1) / perModel) + 1) * perModel + 1 : null,
            Pause = rule.Pause,
        };
        return new CheckResult.Failed(failure, cost);
    }

    private async Task<CheckResult> SettleAsync(
        GenerationIntent intent, FailureRule rule, FailureEvidence evidence, CancellationToken cancellationToken)
    {
        var settlement = await dispute.SettleAsync(intent, cancellationToken);
        if (settlement.Fault is not { } fault)
        {
            return new CheckResult.Running(intent.Checks + 1, settlement.Wait);
        }

        var code = fault is SceneFault.Avatar ? SceneFailureCodes.AvatarFlagged : rule.Code;
        var failure = new AttemptFailure(code, fault, Retryable: false, DetailOf(evidence));
        return new CheckResult.Failed(failure, settlement.Cost);
    }

    private static string DetailOf(FailureEvidence evidence)
        => evidence.Text.Length > 0 ? Redaction.Of(evidence.Text) : $"The prediction ended as {evidence.End}.";

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId} goes on without {Model}, for which the operator has something to mend ({Code}). {Reason}")]
        public static partial void CoolsDown(ILogger logger, Guid sceneId, string model, string code, string reason);
    }
}
