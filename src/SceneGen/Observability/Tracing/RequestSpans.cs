using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Tracing;

/// <summary>
/// Says on a request's span what was asked, by its route: a path may hold a webhook's token or a link's signature. Probes
/// are not traced.
/// </summary>
internal sealed class RequestSpans : IMiddleware
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not { IsAllDataRequested: true })
        {
            await next(context);
            return;
        }

        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        if (route is "/metrics" || route?.StartsWith("/health", StringComparison.Ordinal) is true)
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        span.DisplayName = route is null ? context.Request.Method : $"{context.Request.Method} {route}";
        span.SetTag(TelemetryNames.HttpMethod, context.Request.Method);
        span.SetTag(TelemetryNames.HttpRoute, route);
        await next(context);
        span.SetTag(TelemetryNames.HttpStatus, context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }
    }
}
