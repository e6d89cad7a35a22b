using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes;
using SceneGen.Web.Scenes.Timeline;

namespace SceneGen.Web.Ops.Timeline;

/// <summary>What happened to a scene, for the operator: every entry, with its facts.</summary>
internal static class TimelineOpsEndpoint
{
    public static void MapTimelineOps(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/ops/scenes/{id:guid}/timeline", ReadAsync);

    private static async Task<Results<Ok<TimelinePage<TimelineOpsItem>>, ProblemHttpResult>> ReadAsync(
        Guid id,
        [AsParameters] TimelineQuery query,
        SceneReader scenes,
        TimelineReader timeline,
        CancellationToken cancellationToken)
    {
        var (place, errors) = query.Read();
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        return await scenes.FindAsync(id, cancellationToken) switch
        {
            null => Problems.NoSuchScene(),
            { ErasedAt: not null } => Problems.SceneIsDeleted(),
            _ => TypedResults.Ok(await timeline.ReadAsync(id, place, TimelineOpsItem.Of, cancellationToken)),
        };
    }
}
