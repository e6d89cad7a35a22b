using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SceneGen.Access.Keys;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Access.Operators;

/// <summary>Where an operator's browser trades a key for a cookie that is good for a working day, and gives it back.</summary>
internal static class OperatorEntrance
{
    private const string Scheme = "Bearer ";

    public static void MapOperatorEntrance(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/ops/enter", EnterAsync)
            .WithTags("Operators")
            .WithSummary("Trades an operator's key for the cookie of a browser");
        routes.MapPost("/ops/leave", Leave)
            .WithTags("Operators")
            .WithSummary("Takes the cookie of an operator's browser back");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EnterAsync(
        HttpContext context, KeyBook keys, AccessCookies cookies)
    {
        // The gate has let nobody here who may not operate; a cookie is good for that, and not for another one.
        var header = context.Request.Headers.Authorization.ToString();
        var ring = await keys.OpenAsync(context.RequestAborted);
        var key = header.Length > Scheme.Length ? ring.Find(header[Scheme.Length..].Trim()) : null;
        if (key is null && !ring.IsEmpty)
        {
            context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
            return Problems.Of(StatusCodes.Status401Unauthorized, ProblemCodes.KeyRequired);
        }

        cookies.GiveOperator(context, key);
        return TypedResults.NoContent();
    }

    private static NoContent Leave(HttpContext context)
    {
        AccessCookies.TakeOperator(context);
        return TypedResults.NoContent();
    }
}
