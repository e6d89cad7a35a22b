using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Access.Keys;

namespace SceneGen.Web.Access.Operators;

/// <summary>Where an operator's browser trades a key for a cookie that is good for a working day.</summary>
internal static class OperatorEntrance
{
    private const string Scheme = "Bearer ";

    public static void MapOperatorEntrance(this IEndpointRouteBuilder routes)
        => routes.MapPost("/ops/enter", EnterAsync)
            .WithTags("Operators")
            .WithSummary("Trades an operator's key for the cookie of a browser");

    private static async Task<NoContent> EnterAsync(HttpContext context, KeyBook keys, AccessCookies cookies)
    {
        // The gate has let nobody here who may not operate.
        var header = context.Request.Headers.Authorization.ToString();
        var ring = await keys.OpenAsync(context.RequestAborted);
        cookies.GiveOperator(context, header.Length > Scheme.Length ? ring.Find(header[Scheme.Length..].Trim()) : null);
        return TypedResults.NoContent();
    }
}
