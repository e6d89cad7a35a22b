using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Replicate;

namespace SceneGen.Generation;

/// <summary>Has the provider begin an attempt's picture: once, however often it is asked to.</summary>
internal sealed partial class PredictionBuyer(
    GenerationIntents intents,
    LostPredictions lost,
    ProviderTraffic traffic,
    PaidCall paidCall,
    PurchaseLedger ledger,
    ILogger<PredictionBuyer> logger)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public async Task<Purchase> BuyAsync(GenerateScene scene, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var purchase = await ClaimAndAskAsync(scene, plan, cancellationToken);
        return purchase is Purchase.Begun begun ? begun with { Price = plan.Price } : purchase;
    }

    private async Task<Purchase> ClaimAndAskAsync(
        GenerateScene scene, GenerationPlan plan, CancellationToken cancellationToken)
    {
        using var admission = await traffic.EnterAsync(CallOf(scene, plan), cancellationToken);
        if (admission.Permit is null && !await WasAskedForAsync(scene, cancellationToken))
        {
            return Later(admission);
        }

        var claim = await intents.ClaimAsync(intents.New(scene, plan), cancellationToken);
        return claim.State switch
        {
            IntentClaim.Standing.Answered => new Purchase.Begun(claim.Intent, plan.AttemptLimit, paidCall.IsReported),
            IntentClaim.Standing.Leased => new Purchase.Postponed(intents.UntilFree(claim.Intent) + Soon),
            IntentClaim.Standing.Unanswered => await RecoverAsync(scene, plan, claim.Intent, admission, cancellationToken),
            IntentClaim.Standing.Unwanted => LeaveOut(scene),
            _ => await AskAsync(scene, plan, claim, admission, cancellationToken),
        };
    }

    private static ProviderCall CallOf(GenerateScene scene, GenerationPlan plan)
        => new(TicketOf(scene)) { Model = plan.Model, AvatarField = plan.AvatarField };

    /// <summary>The deadline counts from the scene's own beginning: the oldest scene has the earliest.</summary>
    private static Ticket TicketOf(GenerateScene scene) => new(scene.Deadline, scene.SceneId);

    private static Purchase.Postponed Later(Admission admission) => new(admission.Wait) { Stop = admission.Stop };

    /// <summary>What was bought already needs no permit, and what was perhaps bought is looked for without one.</summary>
    private async Task<bool> WasAskedForAsync(GenerateScene scene, CancellationToken cancellationToken)
        => scene.IsRepeat
            && await intents.FindAsync(scene.SceneId, scene.Run, scene.Attempt, cancellationToken) is not null;

    private async Task<Purchase> RecoverAsync(
        GenerateScene scene,
        GenerationPlan plan,
        GenerationIntent intent,
        Admission admission,
        CancellationToken cancellationToken)
    {
        switch (await lost.SearchAsync(intent, TicketOf(scene), cancellationToken))
        {
            case LostPrediction.Found found:
                Log.Adopted(logger, scene.SceneId, found.Intent.PredictionId!);
                return new Purchase.Begun(found.Intent, plan.AttemptLimit, paidCall.IsReported);
            case LostPrediction.Undecided later:
                return new Purchase.Postponed(later.Wait) { Stop = later.Stop };
            case LostPrediction.Absent when admission.Permit is null:
                await intents.RecordMissAsync(intent, cancellationToken);
                return Later(admission);
            default:
                return await AskAgainAsync(scene, plan, intent, admission, cancellationToken);
        }
    }

    private async Task<Purchase> AskAgainAsync(
        GenerateScene scene,
        GenerationPlan plan,
        GenerationIntent intent,
        Admission admission,
        CancellationToken cancellationToken)
    {
        var again = await intents.AskAgainAsync(intent, cancellationToken);
        switch (again.State)
        {
            case IntentClaim.Standing.Unasked:
                return await AskAsync(scene, plan, again, admission, cancellationToken);
            case IntentClaim.Standing.Unwanted:
                await intents.WithdrawAsync(intent, cancellationToken);
                return LeaveOut(scene);
            default:
                return new Purchase.Postponed(Soon);
        }
    }

    private Purchase.Unwanted LeaveOut(GenerateScene scene)
    {
        Log.Unwanted(logger, scene.SceneId, scene.Run, scene.Attempt);
        return new Purchase.Unwanted();
    }

    private async Task<Purchase> AskAsync(
        GenerateScene scene,
        GenerationPlan plan,
        IntentClaim claim,
        Admission admission,
        CancellationToken cancellationToken)
    {
        var intent = claim.Intent;
        if (admission.Permit is null)
        {
            // It was asked for a moment ago, and withdrawn since.
            await intents.WithdrawAsync(intent, cancellationToken);
            return Later(admission);
        }

        if (!intents.OutlastsCall(claim))
        {
            Log.StoodStill(logger, scene.SceneId);
            await intents.WithdrawAsync(intent, cancellationToken);
            return new Purchase.Postponed(Soon);
        }

        try
        {
            var prediction = await paidCall.MakeAsync(intent, scene.Deadline, admission.Permit, cancellationToken);
            return await ledger.EnterAsync(intent, prediction, cancellationToken) is { } followed
                ? new Purchase.Begun(followed, plan.AttemptLimit, paidCall.IsReported)
                : new Purchase.Postponed(Soon);
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
            return await JudgeAsync(error, scene, plan, cancellationToken);
        }
    }

    private async Task<Purchase> JudgeAsync(
        ReplicateException error, GenerateScene scene, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var refusal = CreateRefusal.Of(error, plan.AvatarField);
        switch (refusal)
        {
            case CreateRefusal.OfAttempt refused:
                return new Purchase.Refused(refused.Failure, plan.AttemptLimit);
            case CreateRefusal.Throttled { CreditIsLow: true }:
                Log.CreditIsLow(logger, scene.SceneId);
                break;
            case CreateRefusal.Unreachable:
                Log.Unreachable(logger, scene.SceneId, error);
                break;
            default:
                break;
        }

        // What it means for all scenes is known by now: the pause, or the gate that the next one waits at as well.
        using var next = await traffic.EnterAsync(CallOf(scene, plan), cancellationToken);
        return Later(next) with { Wait = next.Wait > Soon || refusal is CreateRefusal.Throttled ? next.Wait : Soon };
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: prediction {PredictionId}, whose creation was not answered, was found and adopted.")]
        public static partial void Adopted(ILogger logger, Guid sceneId, string predictionId);

        [LoggerMessage(3, LogLevel.Warning, "Scene {SceneId}: whether a prediction was created is not known; it is looked for before another is asked for.")]
        public static partial void OutcomeUnknown(ILogger logger, Guid sceneId, Exception error);

        [LoggerMessage(4, LogLevel.Warning, "Scene {SceneId}: the provider cannot be reached.")]
        public static partial void Unreachable(ILogger logger, Guid sceneId, Exception error);

        [LoggerMessage(5, LogLevel.Information, "Scene {SceneId} waits for attempt {Attempt} of run {Run} no more; nothing is bought for it.")]
        public static partial void Unwanted(ILogger logger, Guid sceneId, int run, int attempt);

        [LoggerMessage(7, LogLevel.Warning, "Scene {SceneId}: so much time went by since its purchase was claimed that it has to be claimed anew.")]
        public static partial void StoodStill(ILogger logger, Guid sceneId);

        [LoggerMessage(6, LogLevel.Warning, "Scene {SceneId} waits, for the account's credit is so low that the provider takes few requests.")]
        public static partial void CreditIsLow(ILogger logger, Guid sceneId);
    }
}
