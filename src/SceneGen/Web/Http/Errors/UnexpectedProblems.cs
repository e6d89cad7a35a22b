using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using SceneGen.Data;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http.Errors;

/// <summary>What no handler foresaw still answers in the errors' shape, and says nothing of its inside.</summary>
internal sealed partial class UnexpectedProblems(ILogger<UnexpectedProblems> logger) : IExceptionHandler
{
    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problems.Of(
                StatusCodes.Status413PayloadTooLarge, ProblemCodes.BodyTooLarge, OwnLimitOf(httpContext)),
            BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } => Problems.Of(
                StatusCodes.Status408RequestTimeout, ProblemCodes.RequestTooSlow),
            BadHttpRequestException bad => Problems.Of(bad.StatusCode, ProblemCodes.InvalidRequest),

            // So the server calls a chunk whose length is beyond all measure.
            IOException { InnerException: OverflowException } => Problems.Of(
                StatusCodes.Status400BadRequest, ProblemCodes.InvalidRequest, "The length of a part of the body cannot be read."),
            _ when DatabaseFault.IsOne(exception) => Problems.Of(
                StatusCodes.Status503ServiceUnavailable, ProblemCodes.DatabaseUnavailable),
            _ => Unforeseen(httpContext, exception),
        };
        if (problem.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await problem.ExecuteAsync(httpContext);
        return true;
    }

    // The framework logs nothing of what a handler like this one answers for.
    private ProblemHttpResult Unforeseen(HttpContext http, Exception exception)
    {
        Log.Failed(logger, http.Request.Method, PatternOf(http), exception);
        return Problems.Of(StatusCodes.Status500InternalServerError, ProblemCodes.InternalError);
    }

    private static string PatternOf(HttpContext http)
        => (EndpointOf(http) as RouteEndpoint)?.RoutePattern.RawText ?? "an address without a route";

    private static Endpoint? EndpointOf(HttpContext http) => http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;

    // The code's own words tell the limit of all others.
    private static string? OwnLimitOf(HttpContext http)
        => EndpointOf(http)?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is { } limit
            ? $"The body is over {limit / 1024} KiB; send less."
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "{Method} {Route} failed for a reason that nobody foresaw.")]
        public static partial void Failed(ILogger logger, string method, string route, Exception exception);
    }
}
