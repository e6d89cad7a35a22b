using System.Net;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Polling;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Generation.Disputes;

/// <summary>
/// Paints an avatar with a prompt that offends nobody. It is bought under an intent of its own whose name is the
/// avatar's, so at most once for each avatar, whichever scenes ask for it.
/// </summary>
internal sealed class AvatarProbe(
    ProbePlanner planner, PredictionBuyer buyer, PredictionReads reads, ProbeVerdicts verdicts, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<Settlement> AskAsync(DisputedScene scene, CancellationToken cancellationToken)
    {
        var order = new GenerateScene
        {
            SceneId = SceneIds.Named($"probe/{scene.AvatarHash}"),
            Run = 1,
            Attempt = 1,
            AvatarUrl = scene.AvatarUrl,
            Picture = scene.Picture,
            Theme = scene.Theme,
            Spent = scene.Cost,
            Deadline = time.GetUtcNow() + Patience,
        };

        // Without a probe nothing is known against the avatar, and an avatar is not lost for nothing.
        if (planner.Plan(order) is not { } plan)
        {
            return new Settlement(SceneFault.Theme);
        }

        return await buyer.BuyAsync(order, plan, cancellationToken) switch
        {
            Purchase.Begun begun => await LookAsync(scene, plan, begun.Intent, cancellationToken),
            Purchase.Refused refused => await verdicts.RecordAsync(
                scene, order.SceneId, refused.Failure.Fault is SceneFault.Avatar, cost: 0, cancellationToken),
            Purchase.Postponed postponed => new Settlement(Fault: null, postponed.Wait),
            var other => throw new InvalidOperationException($"{other} settles nothing."),
        };
    }

    private async Task<Settlement> LookAsync(
        DisputedScene scene, GenerationPlan plan, GenerationIntent intent, CancellationToken cancellationToken)
    {
        try
        {
            var look = await reads.LookAsync(intent, cancellationToken);
            if (look.Prediction is not { } prediction)
            {
                return new Settlement(Fault: null, look.Wait);
            }

            return prediction.Status switch
            {
                "succeeded" => await verdicts.RecordAsync(
                    scene, intent.SceneId, blamesAvatar: false, plan.Price, cancellationToken),
                "failed" => await verdicts.RecordAsync(
                    scene, intent.SceneId, BlamesAvatar(prediction), cost: 0, cancellationToken),
                "canceled" or "aborted" => await verdicts.RecordAsync(
                    scene, intent.SceneId, blamesAvatar: false, cost: 0, cancellationToken),
                _ => new Settlement(Fault: null),
            };
        }
        catch (ReplicateException error)
            when (error.Status is not HttpStatusCode.NotFound || time.GetUtcNow() - intent.AskedAt < Patience)
        {
            return new Settlement(Fault: null, error.RetryAfter);
        }
        catch (ReplicateException)
        {
            return await verdicts.RecordAsync(
                scene, intent.SceneId, blamesAvatar: false, cost: 0, cancellationToken);
        }
    }

    private static bool BlamesAvatar(Prediction prediction)
        => FailureTaxonomy.Find(FailureEvidence.Of(prediction))
            is { Fault: SceneFault.Avatar } or { Then: Remedy.Settle };
}
