using Microsoft.AspNetCore.Http.Features;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Security;

/// <summary>
/// What changes something and has a body has it in JSON, also where nothing reads it: other kinds are what forms of foreign
/// pages send. Webhooks are for their signature to judge.
/// </summary>
internal sealed class JsonGuard : IMiddleware
{
    private static readonly string[] Guarded = ["/api/", "/ops/"];

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
        => IsGuarded(context) && HasBody(context) && !context.Request.HasJsonContentType()
            ? Problems.Of(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.NotJson).ExecuteAsync(context)
            : next(context);

    public static bool HasBody(HttpContext context)
        => context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not false
            && context.Request.ContentLength is not 0;

    private static bool IsGuarded(HttpContext context)
        => !OriginGuard.IsSafe(context.Request.Method)
            && (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            && Array.Exists(Guarded, start => pattern.StartsWith(start, StringComparison.Ordinal));
}
