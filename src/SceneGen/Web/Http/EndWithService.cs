using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>Ends long work when the service stops, which else would wait for it.</summary>
internal sealed class EndWithService(IHostApplicationLifetime lifetime) : IEndpointFilter
{
    private const string RetryAfterSeconds = "10";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var (aborted, stopping) = (http.RequestAborted, lifetime.ApplicationStopping);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, stopping);
        http.RequestAborted = either.Token;
        try
        {
            return await next(context);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable, ProblemCodes.ServiceStopping);
        }
        finally
        {
            // The answer is still to be written.
            http.RequestAborted = aborted;
        }
    }
}
