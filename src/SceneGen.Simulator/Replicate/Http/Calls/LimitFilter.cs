using System.Globalization;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Problems;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>Tells every caller what is left of the minute, and refuses those for whom nothing is.</summary>
internal sealed class LimitFilter(IOptions<SimulatorOptions> options, FakeReplicate replicate, TimeProvider time)
    : IEndpointFilter
{
    private const int RealCreates = 600;
    private const int RealReads = 3000;

    private readonly RateWindow _creates = RateWindow.Of(options.Value.CreatesPerMinute, RealCreates, time);
    private readonly RateWindow _reads = RateWindow.Of(options.Value.ReadsPerMinute, RealReads, time);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var isCreate = CallName.Of(context.HttpContext) == CallName.Create;
        var place = (isCreate ? _creates : _reads).Take();
        var headers = context.HttpContext.Response.Headers;
        headers["ratelimit-remaining"] = place.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["ratelimit-reset"] = place.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        if (place.IsFree)
        {
            return await next(context);
        }

        if (isCreate)
        {
            replicate.Count(ProviderCall.RefusedCreate);
        }

        return ThrottleProblem.WithRetryAfter(
            $"Request was throttled. Your rate limit resets in ~{place.ResetSeconds}s.",
            TimeSpan.FromSeconds(place.ResetSeconds));
    }
}
