using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SceneGen.Web.Http;

/// <summary>A JSON body that may be left out, with its content type.</summary>
internal sealed class OptionalJsonBody<T>
    where T : class, new()
{
    private OptionalJsonBody(T? value, ProblemHttpResult? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public ProblemHttpResult? Problem { get; }

    public static async ValueTask<OptionalJsonBody<T>> BindAsync(HttpContext context)
    {
        var hasBody = context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not false
            && context.Request.ContentLength is not 0;
        if (!hasBody)
        {
            return new OptionalJsonBody<T>(new T(), null);
        }

        var body = await JsonBody<T>.BindAsync(context);
        return new OptionalJsonBody<T>(body.Value, body.Problem);
    }
}
