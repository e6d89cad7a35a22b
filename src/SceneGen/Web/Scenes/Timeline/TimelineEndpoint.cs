using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Scenes.Timeline;

/// <summary>What happened to a scene, for its user.</summary>
internal static class TimelineEndpoint
{
    public static void MapTimeline(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/scenes/{id:guid}/timeline", ReadAsync).WithTags("Scenes").WithSummary("Tells what happened to a scene so far");

    private static async Task<Results<Ok<TimelinePage<TimelineItem>>, ProblemHttpResult>> ReadAsync(
        Guid id, [AsParameters] TimelineQuery query, SceneReader scenes, TimelineReader timeline, HttpContext http)
    {
        var (place, errors) = query.Read();
        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

        var language = AnswerLanguage.Choose(http);
        return await scenes.FindAsync(id, http.RequestAborted) switch
        {
            null => Problems.NoSuchScene(),
            { ErasedAt: not null } => Problems.SceneIsDeleted(),
            _ => TypedResults.Ok(await timeline.ReadToldAsync(
                id, place, entry => TimelineItem.Of(entry, language), http.RequestAborted)),
        };
    }
}
