namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>No answer, for as long as the caller waits for one.</summary>
internal sealed class HungResult(TimeProvider time) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var gone = Task.Delay(Timeout.InfiniteTimeSpan, time, httpContext.RequestAborted);
        await gone.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
