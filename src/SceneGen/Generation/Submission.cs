using SceneGen.Generation.Avatars;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;

namespace SceneGen.Generation;

/// <summary>
/// An attempt's way to the provider: it is planned, its avatar is looked at, and only then its picture is bought.
/// </summary>
internal sealed class Submission(GenerationPlanner planner, AvatarPreflight preflight, PredictionBuyer buyer)
{
    public async Task<Purchase> MakeAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        var (plan, failure) = planner.Plan(scene);
        if (plan is null)
        {
            return new Purchase.Refused(failure!, AttemptLimit: scene.Attempt);
        }

        return await preflight.LookAsync(scene, cancellationToken) switch
        {
            Preflight.Passed passed => await BuyAsync(scene with { Picture = passed.Picture }, cancellationToken),
            Preflight.Asked asked => await buyer.BuyAsync(scene, plan.For(asked.Intent), cancellationToken),
            Preflight.Refused refused => new Purchase.Refused(refused.Failure, plan.AttemptLimit),
            Preflight.Postponed postponed => new Purchase.Postponed(postponed.Wait)
            {
                Picture = postponed.Picture,
                AvatarMisses = postponed.Misses,
                Stop = postponed.Stop,
            },
            var other => throw new InvalidOperationException($"{other} leads to no purchase."),
        };
    }

    /// <summary>With what is known of the avatar.</summary>
    public async Task<Purchase> BuyAsync(GenerateScene scene, CancellationToken cancellationToken)
    {
        var (plan, failure) = planner.Plan(scene);
        var purchase = plan is null
            ? new Purchase.Refused(failure!, AttemptLimit: scene.Attempt)
            : await buyer.BuyAsync(scene, plan, cancellationToken);
        return purchase with { Picture = scene.Picture };
    }
}
