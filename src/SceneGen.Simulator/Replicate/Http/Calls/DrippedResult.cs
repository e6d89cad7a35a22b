namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>The right answer, one byte after another.</summary>
internal sealed class DrippedResult(IResult inner, TimeSpan gap, TimeProvider time) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => (inner as IStatusCodeHttpResult)?.StatusCode;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = response.Body;
        using var whole = new MemoryStream();
        response.Body = whole;
        try
        {
            await inner.ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = body;
        }

        var bytes = whole.ToArray();
        response.ContentLength = bytes.Length;
        for (var index = 0; index < bytes.Length && !httpContext.RequestAborted.IsCancellationRequested; index++)
        {
            await body.WriteAsync(bytes.AsMemory(index, 1), httpContext.RequestAborted);
            await body.FlushAsync(httpContext.RequestAborted);
            await Task.Delay(gap, time, httpContext.RequestAborted);
        }
    }
}
