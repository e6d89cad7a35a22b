using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Access.Sessions;
using SceneGen.Scenes.Limits;
using SceneGen.Web.Access;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Security;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Sessions;

/// <summary>Ties a main application's session to a browser, and ends it.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/sessions").WithTags("Sessions");
        sessions.MapPost("", GiveTokenAsync).Accepts<SessionRequest>("application/json").WithSummary("Makes a token that is good for one session, for 15 minutes");
        sessions.MapPost("enter", Enter).RequireCors(SecurityRegistration.CookiePolicy).WithSummary("Trades a session's token for the browser's cookie");
        sessions.MapGet("current", (HttpContext http) => TypedResults.Ok(new CurrentSession(CallerSession.Of(http))))
            .WithSummary("Tells which session the caller is");
        sessions.MapDelete("{**id:minlength(1)}", EraseAsync).WithSummary("Erases a session: its scenes, their pictures, names and addresses");
        sessions.MapDelete("", EraseNamedAsync).WithSummary("Erases a session whose id no path keeps, which are . and ..");
    }

    private static async Task<Results<Created<SessionToken>, ProblemHttpResult>> GiveTokenAsync(
        JsonBody<SessionRequest> body, SessionSeal seal, ErasedSessions erased, TimeProvider time, HttpContext http)
    {
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        if (!SceneLimits.IsSessionId(request.SessionId))
        {
            return NoSession();
        }

        var lastErasure = await erased.LastOfAsync(request.SessionId!, http.RequestAborted);
        return TypedResults.Created(
            (string?)null,
            new SessionToken(
                seal.MakeToken(request.SessionId!, lastErasure), time.GetUtcNow() + SessionSeal.TokenLifetime));
    }

    private static Results<NoContent, ProblemHttpResult> Enter(HttpContext http, AccessCookies cookies)
    {
        if (http.User.Identity?.AuthenticationType != CallerKinds.Token)
        {
            return Problems.Of(StatusCodes.Status403Forbidden, ProblemCodes.TokenRequired);
        }

        cookies.GiveSession(http, CallerSession.Of(http)!, CallerSession.LastErasureOf(http));
        return TypedResults.NoContent();
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> EraseAsync(
        string id, SessionEraser eraser, HttpContext http)
        => SessionInPath.Of(http, id) is { } sessionId && SceneLimits.IsSessionId(sessionId)
            ? await BeginAsync(sessionId, eraser, http)
            : Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.NotFound);

    /// <summary>Clients and servers take dots out of a path, and leave a query as it is.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> EraseNamedAsync(
        string? sessionId, SessionEraser eraser, HttpContext http)
        => SceneLimits.IsSessionId(sessionId) ? await BeginAsync(sessionId!, eraser, http) : NoSession();

    private static async Task<Results<Accepted, ProblemHttpResult>> BeginAsync(
        string sessionId, SessionEraser eraser, HttpContext http)
    {
        if (CallerSession.Refuse(http, sessionId) is { } refusal)
        {
            return refusal;
        }

        await eraser.BeginAsync(sessionId, http.RequestAborted);
        return TypedResults.Accepted((string?)null);
    }

    private static ProblemHttpResult NoSession() => Problems.Invalid(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sessionId"] = $"send the session's id, 1 to {SceneLimits.SessionId} visible characters.",
    });
}
