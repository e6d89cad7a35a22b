using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes;

namespace SceneGen.Web.Ops.Overview;

/// <summary>The rollbacks that wait for an answer, those first that have waited longest.</summary>
internal static class RollbackEndpoints
{
    private const int MostShown = 200;

    public static void MapRollbacks(this IEndpointRouteBuilder routes) => routes.MapGet("/api/ops/rollbacks", ListAsync);

    private static async Task<Ok<List<RollbackResource>>> ListAsync(
        SceneDbContext database, CancellationToken cancellationToken)
        => TypedResults.Ok(await database.Scenes.AsNoTracking()
            .Where(scene => scene.CurrentState == nameof(SceneStateMachine.RollingBack))
            .OrderBy(scene => scene.RollbackRequestedAt)
            .Take(MostShown)
            .Select(scene => new RollbackResource(
                scene.CorrelationId,
                scene.AvatarId,
                scene.FailureCode,
                scene.RollbackRequestedAt,
                scene.RollbackRequests,
                scene.RollbackCaseAt))
            .ToListAsync(cancellationToken));
}
