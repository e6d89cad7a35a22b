using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using SceneGen.Scenes;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>One scene, for those who know it already, too.</summary>
internal static class ShowEndpoint
{
    private const string About =
        "If-None-Match with the ETag of an earlier answer gets 304 while nothing has changed; with Prefer: wait=N (1 to 60) "
        + "the answer waits up to N seconds for a change. A wait that is no such number, and one without a current "
        + "If-None-Match, is ignored; while too many wait the answer comes at once, with Retry-After.";

    public static void MapShow(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/scenes/{id:guid}", ShowAsync)
            .WithName("scene")
            .WithTags("Scenes")
            .WithSummary("Shows a scene")
            .WithDescription(About)
            .Produces(StatusCodes.Status304NotModified);

    private static async Task<Results<Ok<SceneResource>, StatusCodeHttpResult, ProblemHttpResult>> ShowAsync(
        Guid id, SceneFinder scenes, LongPoll poll, SceneTeller teller, IOptions<PictureLinkOptions> links, HttpContext http)
    {
        var language = AnswerLanguage.Choose(http);
        var scene = PreferWait.Of(http.Request) is { } wait
            ? await WaitAsync(wait)
            : await scenes.FindAsync(id, http.RequestAborted);
        if (scene is null or { ErasedAt: not null })
        {
            return scene is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        var headers = http.Response.GetTypedHeaders();
        headers.ETag = SceneTag.Of(scene, language);
        headers.CacheControl = new() { Private = true, NoCache = true };
        return IsKnown(scene)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(teller.ResourceOf(scene, language));

        // A signed link ends one day, and the scene has a new one then without having moved.
        bool IsKnown(SceneState shown)
            => SceneTag.IsKnown(http.Request, SceneTag.Of(shown, language))
                && (shown.ImageSha256 is null || links.Value.Links is not LinkMode.Signed);

        async Task<SceneState?> WaitAsync(TimeSpan wait)
        {
            var waited = await poll.WaitAsync(id, shown => !IsKnown(shown), wait, http);
            PreferWait.SayOutcome(http.Response, wait, waited.Outcome);
            return waited.Scene;
        }
    }
}
