namespace SceneGen.Simulator.Replicate.Http.Problems;

/// <summary>A reset connection, once the call is in the books.</summary>
internal sealed class ResetResult : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Abort();
        return Task.CompletedTask;
    }
}
