using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SceneGen.Web.Access;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Security;

/// <summary>
/// Nothing is changed for a page of another origin, whose reader's browser would add their cookie. Only pages that may embed
/// are taken at their word when they send a token of their own.
/// </summary>
internal sealed class OriginGuard(PageOrigins pages, IOptions<EmbeddingOptions> embedding) : IMiddleware
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        return IsSafe(request.Method) || MayChange(request)
            ? next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, ProblemCodes.OriginRefused).ExecuteAsync(context);
    }

    public static bool IsSafe(string method)
        => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool MayChange(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var hasSecret = request.Headers.ContainsKey(HeaderNames.Authorization);
        if (origin.Length > 0)
        {
            return pages.IsOwn(origin, request) || (hasSecret && embedding.Value.Origins.Contains(origin));
        }

        // Every browser that has a session says one or the other; a program has no cookie.
        var hasCookie = request.Cookies.ContainsKey(AccessCookies.Session) || request.Cookies.ContainsKey(AccessCookies.Operator);
        return site.Length > 0 ? site is "same-origin" || (site is "none" && !hasCookie) : hasSecret || !hasCookie;
    }
}
