using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Security;

/// <summary>No request is worked on for ever, but those that are meant to wait.</summary>
internal static class TimeLimits
{
    private const string RetryAfterSeconds = "5";

    public static void AddTimeLimits(this IServiceCollection services)
    {
        services.AddRequestTimeouts();
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<HttpOptions>>((timeouts, http) =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy
            {
                Timeout = http.Value.RequestTime,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = TellAsync,
            });
    }

    public static void UseTimeLimits(this WebApplication app)
        => app.UseWhen(IsLimited, branch => branch.UseRequestTimeouts());

    /// <summary>
    /// Not probes, which have limits of their own, nor what is in memory. A stream of events and an operator's long work say
    /// of themselves that they have none; who waits, as by Prefer, is let off when that begins.
    /// </summary>
    private static bool IsLimited(HttpContext context)
        => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.Trim('/').Split('/')[0]
            is "" or "api" or "assets" or "ops" or "scenes" or "webhooks";

    private static Task TellAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, ProblemCodes.RequestTimeout)
            .ExecuteAsync(context);
    }
}
