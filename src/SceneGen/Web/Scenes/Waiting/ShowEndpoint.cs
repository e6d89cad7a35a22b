using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SceneGen.Scenes;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>One scene, for those who know it already, too.</summary>
internal static class ShowEndpoint
{
    private const string About =
        "If-None-Match with the ETag of an earlier answer gets 304 while nothing has changed; with Prefer: wait=N (1 to 60) "
        + "the answer waits up to N seconds for a change. A wait that is no such number, and one without a current "
        + "If-None-Match, is ignored.";

    public static void MapShow(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/scenes/{id:guid}", ShowAsync)
            .WithName("scene")
            .WithTags("Scenes")
            .WithSummary("Shows a scene")
            .WithDescription(About)
            .Produces(StatusCodes.Status304NotModified)
            .DisableRequestTimeout();

    private static async Task<Results<Ok<SceneResource>, StatusCodeHttpResult, ProblemHttpResult>> ShowAsync(
        Guid id, SceneReader reader, LongPoll poll, IOptions<PictureLinkOptions> links, HttpContext http)
    {
        var language = AnswerLanguage.Choose(http);
        var scene = await reader.FindAsync(id, http.RequestAborted);
        if (PreferWait.Of(http.Request) is { } wait && scene is { ErasedAt: null } && IsKnown(scene))
        {
            PreferWait.SayApplied(http.Response, wait);
            await poll.WaitAsync(id, scene.TimelineSequence, poll.EndOf(wait), http);
            scene = await reader.FindAsync(id, http.RequestAborted);
        }

        if (scene is null or { ErasedAt: not null })
        {
            return scene is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        var headers = http.Response.GetTypedHeaders();
        headers.ETag = SceneTag.Of(scene, language);
        headers.CacheControl = new() { Private = true, NoCache = true };
        return IsKnown(scene) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(reader.ToResource(scene));

        // A signed link ends one day, and the scene has a new one then without having moved.
        bool IsKnown(SceneState shown)
            => SceneTag.IsKnown(http.Request, SceneTag.Of(shown, language))
                && (shown.ImageSha256 is null || links.Value.Links is not LinkMode.Signed);
    }
}
