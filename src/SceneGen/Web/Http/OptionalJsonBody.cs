using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http.Security;

namespace SceneGen.Web.Http;

/// <summary>A JSON body that may be left out, with its content type.</summary>
internal sealed class OptionalJsonBody<T>
    where T : class, new()
{
    private readonly JsonBody<T> _body;

    private OptionalJsonBody(JsonBody<T> body) => _body = body;

    /// <summary>Null where a part of it could not be read.</summary>
    public T? Value => _body.Value;

    /// <summary>Null if all is well.</summary>
    public ProblemHttpResult? Check(Func<T, Dictionary<string, string>> rules) => _body.Check(rules);

    public static async ValueTask<OptionalJsonBody<T>> BindAsync(HttpContext context)
        => new(JsonGuard.HasBody(context) ? await JsonBody<T>.BindAsync(context) : JsonBody<T>.Of(new T()));
}
