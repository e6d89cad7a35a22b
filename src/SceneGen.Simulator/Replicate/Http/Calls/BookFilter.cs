using SceneGen.Simulator.Replicate.Ledger;

namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>Enters every call, before its answer leaves.</summary>
internal sealed class BookFilter(CallBook book, TimeProvider time) : IEndpointFilter
{
    private const string Root = "/replicate/v1";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var at = time.GetUtcNow();
        var http = context.HttpContext;
        int? status = null;
        try
        {
            var result = await next(context);
            status = (result as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
            return result;
        }
        finally
        {
            var note = CallNote.Of(http);
            book.Enter(new CallMade
            {
                At = at,
                Method = http.Request.Method,
                Route = RouteOf(http),
                Status = note.IsCutOff ? null : status,
                Prediction = note.Prediction,
                Fault = note.Fault,
            });
        }
    }

    private static string RouteOf(HttpContext context)
    {
        var pattern = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        return pattern.StartsWith(Root, StringComparison.Ordinal) ? pattern[Root.Length..] : pattern;
    }
}
