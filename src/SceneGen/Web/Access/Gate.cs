using System.Security.Claims;
using Microsoft.Net.Http.Headers;
using SceneGen.Access.Keys;
using SceneGen.Access.Sessions;
using SceneGen.Web.Access.Operators;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Access;

/// <summary>Lets callers to the routes that are for them.</summary>
internal sealed class Gate(RouteNeeds needs, CallerReader callers, AccessCookies cookies) : IMiddleware
{
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var need = needs.Of(context);
        if (need is AccessNeed.Page)
        {
            await GiveSessionAsync(context);
        }

        if (need is AccessNeed.Open or AccessNeed.Page)
        {
            await next(context);
            return;
        }

        var called = await callers.ReadAsync(context, need);
        var refusal = called.Who is { } who ? FaultOf(who, need) : called.Fault;
        if (need is AccessNeed.OpsPage && await WelcomeAsync(context))
        {
            refusal = null;
        }

        if (refusal is null)
        {
            context.User = called.Who ?? context.User;
            await next(context);
            return;
        }

        await (need is AccessNeed.OpsPage && refusal is not ProblemCodes.DatabaseUnavailable
            ? SignInPage.ShowAsync(context)
            : RefuseAsync(context, refusal, need));
    }

    private static string? FaultOf(ClaimsPrincipal who, AccessNeed need)
    {
        var isEnough = need switch
        {
            AccessNeed.Ops or AccessNeed.OpsPage => who.Has(KeyScopes.Ops),
            AccessNeed.Services => who.Has(KeyScopes.Scenes),
            AccessNeed.Pictures => who.IsSession() || who.Has(KeyScopes.Scenes) || who.Has(KeyScopes.Ops),
            _ => who.IsSession() || who.Has(KeyScopes.Scenes),
        };
        return isEnough ? null : who.IsSession() ? ProblemCodes.NotForSessions : ProblemCodes.ScopeMissing;
    }

    private static Task RefuseAsync(HttpContext context, string fault, AccessNeed need)
    {
        if (fault is ProblemCodes.DatabaseUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, fault).ExecuteAsync(context);
        }

        var isUnknown = fault is ProblemCodes.KeyRequired or ProblemCodes.KeyUnknown or ProblemCodes.SessionOver;
        var scope = need is AccessNeed.Ops ? KeyScopes.Ops : KeyScopes.Scenes;
        context.Response.Headers[HeaderNames.WWWAuthenticate] = fault switch
        {
            ProblemCodes.KeyUnknown => "Bearer error=\"invalid_token\"",
            _ when isUnknown => "Bearer",
            _ => $"Bearer error=\"insufficient_scope\", scope=\"{scope}\"",
        };
        var status = isUnknown ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden;
        return Problems.Of(status, fault).ExecuteAsync(context);
    }

    private async Task GiveSessionAsync(HttpContext context)
    {
        var pass = await callers.SessionOfAsync(context);
        var (sessionId, lastErasure) = (pass?.SessionId ?? SessionIds.Make(), pass?.LastErasure ?? 0);
        if (pass is null || cookies.IsDueAgain(pass))
        {
            cookies.GiveSession(context, sessionId, lastErasure);
        }

        context.User = CallerKinds.OfSession(sessionId, lastErasure, isToken: false);
    }

    /// <summary>
    /// The user's page gives the same browser a session, which would shut whoever works on this machine out of their own
    /// operator's page.
    /// </summary>
    private async ValueTask<bool> WelcomeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(HeaderNames.Authorization) || !await callers.IsLocalAsync(context, AccessNeed.OpsPage))
        {
            return false;
        }

        cookies.GiveOperator(context, key: null);
        return true;
    }
}
