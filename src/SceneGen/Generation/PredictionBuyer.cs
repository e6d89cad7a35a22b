using System.Text.Json.Nodes;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation;

/// <summary>Has the provider begin an attempt's picture: once, however often it is asked to.</summary>
internal sealed partial class PredictionBuyer(
    GenerationPlanner planner,
    GenerationIntents intents,
    LostPredictions lost,
    IReplicateApi replicate,
    WebhookAddress webhooks,
    ILogger<PredictionBuyer> logger)
{
    private static readonly string[] OnlyTheEnd = ["completed"];
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan UntilCalm = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan UntilMended = TimeSpan.FromSeconds(15);

    public async Task<Purchase> BuyAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        var (plan, failure) = planner.Plan(scene);
        if (plan is null)
        {
            return new Purchase.Refused(failure!, AttemptLimit: scene.Attempt);
        }

        return await BuyAsync(scene, plan, cancellationToken);
    }

    public async Task<Purchase> BuyAsync(GenerateScene scene, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var purchase = await ClaimAndAskAsync(scene, plan, cancellationToken);
        return purchase is Purchase.Begun begun ? begun with { Price = plan.Price } : purchase;
    }

    private async Task<Purchase> ClaimAndAskAsync(
        GenerateScene scene, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var claim = await intents.ClaimAsync(intents.New(scene, plan), cancellationToken);
        return claim.State switch
        {
            IntentClaim.Standing.Answered => new Purchase.Begun(claim.Intent, plan.AttemptLimit, webhooks.AreOn),
            IntentClaim.Standing.Leased => new Purchase.Postponed(intents.UntilFree(claim.Intent) + Soon),
            IntentClaim.Standing.Unanswered => await RecoverAsync(scene, plan, claim.Intent, cancellationToken),
            _ => await AskAsync(scene, plan, claim.Intent, cancellationToken),
        };
    }

    private async Task<Purchase> RecoverAsync(
        GenerateScene scene, GenerationPlan plan, GenerationIntent intent, CancellationToken cancellationToken)
    {
        // Judged before it begins: a slow listing shows what was there when it was asked for.
        var settles = lost.ListingSettles(intent);
        try
        {
            if (await lost.FindAsync(intent, cancellationToken) is { } found)
            {
                Log.Adopted(logger, scene.SceneId, found.PredictionId!);
                return new Purchase.Begun(found, plan.AttemptLimit, webhooks.AreOn);
            }
        }
        catch (ReplicateException error)
        {
            Log.ListingFailed(logger, scene.SceneId, error);
            return new Purchase.Postponed(intents.UntilFree(intent) + Soon);
        }

        if (!settles)
        {
            await intents.RecordMissAsync(intent, cancellationToken);
            return new Purchase.Postponed(LostPredictions.NextListing);
        }

        return await intents.RecordAskingAgainAsync(intent, cancellationToken)
            ? await AskAsync(scene, plan, intent, cancellationToken)
            : new Purchase.Postponed(Soon);
    }

    private async Task<Purchase> AskAsync(
        GenerateScene scene, GenerationPlan plan, GenerationIntent intent, CancellationToken cancellationToken)
    {
        // What is recorded is what is sent, also when the plan has changed since: a lost prediction is known by it.
        var input = JsonNode.Parse(intent.Input)!.AsObject();
        var webhook = intent.Token is { } token ? webhooks.Of(token) : null;
        var order = new CreatePrediction
        {
            Version = intent.Model,
            Input = input,
            Webhook = webhook,
            WebhookEventsFilter = webhook is null ? null : OnlyTheEnd,
        };
        try
        {
            var prediction = await replicate.CreatePredictionAsync(order, scene.Deadline, cancellationToken);

            // Not recorded: the scene was erased meanwhile, or another holder of the lease has recorded a prediction. Said
            // all the same, for a scene that does not want this prediction cancels it.
            var recorded = await intents.RecordPredictionAsync(intent, prediction.Id, cancellationToken);
            return new Purchase.Begun(recorded ?? intent with { PredictionId = prediction.Id }, plan.AttemptLimit, webhooks.AreOn);
        }
        catch (ReplicateException error) when (error.OutcomeIsUnknown)
        {
            Log.OutcomeUnknown(logger, scene.SceneId, error);
            await intents.RecordNoAnswerAsync(intent, cancellationToken);
            return new Purchase.Postponed(Soon);
        }
        catch (ReplicateException error)
        {
            await intents.WithdrawAsync(intent, cancellationToken);
            return Judge(error, scene, plan);
        }
    }

    private Purchase Judge(ReplicateException error, GenerateScene scene, GenerationPlan plan)
    {
        var refusal = CreateRefusal.Of(error, plan.AvatarField);
        switch (refusal)
        {
            case CreateRefusal.OfAttempt refused:
                return new Purchase.Refused(refused.Failure, plan.AttemptLimit);
            case CreateRefusal.Throttled throttled:
                if (throttled.CreditIsLow)
                {
                    Log.CreditIsLow(logger, scene.SceneId);
                }

                return new Purchase.Postponed(throttled.Hint ?? UntilCalm, refusal);
            case CreateRefusal.OperatorGate gate:
                Log.NeedsOperator(logger, scene.SceneId, plan.Model, gate.Code, gate.Reason);
                return new Purchase.Postponed(UntilMended, refusal);
            default:
                Log.Unreachable(logger, scene.SceneId, error);
                return new Purchase.Postponed(Soon, refusal);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId}, whose creation was not answered, was found and adopted.")]
        public static partial void Adopted(ILogger logger, Guid sceneId, string predictionId);

        [LoggerMessage(2, LogLevel.Warning, "Scene {SceneId}: the provider's predictions could not be listed.")]
        public static partial void ListingFailed(ILogger logger, Guid sceneId, Exception error);

        [LoggerMessage(3, LogLevel.Warning, "Scene {SceneId}: whether a prediction was created is not known; it is looked for before another is asked for.")]
        public static partial void OutcomeUnknown(ILogger logger, Guid sceneId, Exception error);

        [LoggerMessage(4, LogLevel.Warning, "Scene {SceneId}: the provider cannot be reached.")]
        public static partial void Unreachable(ILogger logger, Guid sceneId, Exception error);

        [LoggerMessage(5, LogLevel.Error, "Scene {SceneId} waits for the operator: {Model} was refused ({Code}). {Reason}")]
        public static partial void NeedsOperator(
            ILogger logger, Guid sceneId, string model, string code, string reason);

        [LoggerMessage(6, LogLevel.Warning, "Scene {SceneId} waits, for the account's credit is so low that the provider takes few requests.")]
        public static partial void CreditIsLow(ILogger logger, Guid sceneId);
    }
}
