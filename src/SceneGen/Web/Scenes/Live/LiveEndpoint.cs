using Microsoft.AspNetCore.Http.Features;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Scenes.Live;

/// <summary>Server-sent events of one scene.</summary>
internal static class LiveEndpoint
{
    private const string RetryAfterSeconds = "10";

    private const string About =
        "Each event is named scene, its id is the timeline's sequence. Without Last-Event-ID (or lastEventId in the query) "
        + "the present state comes first; with it, on any instance, what came after. The stream ends after a final state, and "
        + "after about ten minutes, to be asked for again. Asked for after a final state with nothing new, the answer is 204, "
        + "at which an EventSource stops.";

    public static void MapLive(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/scenes/{id:guid}/events", WatchAsync)
            .WithTags("Scenes")
            .WithSummary("Tells of a scene while it is made")
            .WithDescription(About)
            .Produces<SceneEvent>(StatusCodes.Status200OK, "text/event-stream")
            .Produces(StatusCodes.Status204NoContent)
            .DisableRequestTimeout();

    private static async Task<IResult> WatchAsync(Guid id, [AsParameters] LiveRequest request, HttpContext http)
    {
        var language = AnswerLanguage.Choose(http);
        var (seat, fault) = request.Seats.Take(http);
        if (seat is null)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                fault is ProblemCodes.WatchersFull
                    ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status429TooManyRequests,
                fault!);
        }

        using (seat)
        {
            return await ShowAsync(id, request, language, http);
        }
    }

    private static async Task<IResult> ShowAsync(Guid id, LiveRequest request, Language language, HttpContext http)
    {
        using var watching = request.Changes.Watch(id);
        var beginning = await request.BeginAsync(id, http.RequestAborted);
        if (beginning is { IsGone: false } && !watching.Begin(beginning.Position))
        {
            beginning = await request.BeginAsync(id, http.RequestAborted);
        }

        if (beginning is null or { IsGone: true })
        {
            return beginning is null ? Problems.NoSuchScene() : Problems.SceneIsDeleted();
        }

        if (beginning.IsNothing)
        {
            return TypedResults.NoContent();
        }

        BeginStream(http);
        await request.Stream.ShowAsync(http, language, beginning, watching);
        return TypedResults.Empty;
    }

    private static void BeginStream(HttpContext http)
    {
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
    }
}
