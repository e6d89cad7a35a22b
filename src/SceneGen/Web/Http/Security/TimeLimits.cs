using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Security;

/// <summary>No call of the API is worked on for ever, but those that are meant to wait.</summary>
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
    /// Not a stream of events or an operator's long work. Who waits, as by Prefer, is let off when that begins.
    /// </summary>
    private static bool IsLimited(HttpContext context)
        => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern
            && pattern.StartsWith("/api/", StringComparison.Ordinal)
            && !pattern.StartsWith("/api/ops", StringComparison.Ordinal)
            && !pattern.EndsWith("/events", StringComparison.Ordinal);

    private static Task TellAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, ProblemCodes.RequestTimeout)
            .ExecuteAsync(context);
    }
}
