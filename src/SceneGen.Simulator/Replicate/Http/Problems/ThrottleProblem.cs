using System.Globalization;

namespace SceneGen.Simulator.Replicate.Http.Problems;

/// <summary>The ways in which the provider has said that there were too many calls.</summary>
internal static class ThrottleProblem
{
    private const string Throttled = "Request was throttled.";

    public static IResult WithHeader(TimeSpan wait)
    {
        return new HintedResult(Answer(Throttled), Seconds(wait));
    }

    public static IResult WithRetryAfter(TimeSpan wait)
    {
        return WithRetryAfter(Throttled, wait);
    }

    public static IResult WithRetryAfter(string detail, TimeSpan wait)
    {
        return Answer(detail, Seconds(wait));
    }

    public static IResult WithText(TimeSpan wait)
    {
        return Answer($"{Throttled} Your rate limit resets in ~{Seconds(wait)}s.");
    }

    public static IResult WithoutHint()
    {
        return Answer(Throttled);
    }

    public static IResult LowCredit(TimeSpan wait)
    {
        return Answer(
            $"{Throttled} Your rate limit for creating predictions is reduced to 6 requests per minute with a burst of "
            + "1 requests while you have less than $5.0 in credit. "
            + $"Your rate limit resets in ~{Seconds(wait)}s.",
            Seconds(wait));
    }

    private static int Seconds(TimeSpan wait)
    {
        return (int)Math.Ceiling(wait.TotalSeconds);
    }

    private static IResult Answer(string detail, int? retryAfter = null)
    {
        return ProviderProblem.Answer(new ProviderProblem
        {
            Detail = detail,
            Status = StatusCodes.Status429TooManyRequests,
            RetryAfter = retryAfter,
        });
    }

    private sealed class HintedResult(IResult inner, int seconds) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status429TooManyRequests;

        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return inner.ExecuteAsync(httpContext);
        }
    }
}
