using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Ops.Scenes;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>Takes an operator's order to the scene it is for. What the scene does and the record of it are one transaction.</summary>
internal sealed class SceneOrderDesk(
    SceneDbContext database, SceneIntake intake, OperatorAudit audit, OperatorSceneReader reader, TimeProvider time)
{
    public async Task<Results<Accepted<SceneOrderAnswer>, Ok<SceneOrderAnswer>, ProblemHttpResult>> GiveAsync(
        Guid id, OperatorOrder order, Func<SceneSituation, OrderPlan> planFor, CancellationToken cancellationToken)
    {
        if (await SituationAsync(id, order, cancellationToken) is not { Scene.ErasedAt: null } situation)
        {
            return await MissingAsync(id, cancellationToken);
        }

        if (await audit.FindAsync(order.Key, cancellationToken) is { } earlier)
        {
            return await DoneAsync(id, earlier, cancellationToken);
        }

        var plan = planFor(situation);
        if (plan is OrderPlan.Tell tell)
        {
            await tell.Message(intake, order, cancellationToken);
            if (await audit.FindAsync(order.Key, cancellationToken) is { } action)
            {
                var scene = (await reader.FindAsync(id, cancellationToken))!;
                return TypedResults.Accepted(
                    $"/api/ops/scenes/{id}", new SceneOrderAnswer(scene, OperatorActionResource.Of(action), AlreadyDone: false));
            }

            // Something else happened to the scene at this moment.
            situation = (await SituationAsync(id, order, cancellationToken))!;
            plan = planFor(situation);
        }

        return plan switch
        {
            OrderPlan.IsDone => await DoneAsync(id, situation.Before, cancellationToken),
            OrderPlan.Refuse refuse => refuse.Problem,
            _ => Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.SceneChanged),
        };
    }

    private async Task<SceneSituation?> SituationAsync(Guid id, OperatorOrder order, CancellationToken cancellationToken)
    {
        var scene = await database.Scenes.AsNoTracking()
            .SingleOrDefaultAsync(one => one.CorrelationId == id, cancellationToken);
        return scene is null
            ? null
            : new SceneSituation(scene, await StandingOfAsync(scene, cancellationToken), time.GetUtcNow())
            {
                AvatarIsNeeded = await database.WithHopeBeside(scene).AnyAsync(cancellationToken),
                HasPrediction = await database.Intents.AnyAsync(
                    intent => intent.SceneId == id && intent.PredictionId != null, cancellationToken),
                Before = await audit.FindLastAsync(id, order.Action, cancellationToken),
            };
    }

    private Task<AvatarStanding> StandingOfAsync(SceneState scene, CancellationToken cancellationToken)
        => database.Avatars.AsNoTracking()
            .Where(avatar => avatar.AvatarId == scene.AvatarId)
            .Select(avatar => avatar.Standing)
            .FirstOrDefaultAsync(cancellationToken);

    private async Task<Ok<SceneOrderAnswer>> DoneAsync(
        Guid id, OperatorAction? action, CancellationToken cancellationToken)
        => TypedResults.Ok(new SceneOrderAnswer(
            (await reader.FindAsync(id, cancellationToken))!,
            action is null ? null : OperatorActionResource.Of(action),
            AlreadyDone: true));

    private async Task<ProblemHttpResult> MissingAsync(Guid id, CancellationToken cancellationToken)
        => await database.Scenes.AnyAsync(scene => scene.CorrelationId == id, cancellationToken)
            ? Problems.Of(StatusCodes.Status410Gone, ProblemCodes.SceneDeleted)
            : Problems.NoSuchScene();
}
