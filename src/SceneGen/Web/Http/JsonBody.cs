using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>Reads a JSON body, and says in one sentence why it cannot be read.</summary>
internal sealed class JsonBody<T>
    where T : class
{
    private JsonBody(T? value, ProblemHttpResult? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public ProblemHttpResult? Problem { get; }

    public static async ValueTask<JsonBody<T>> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.NotJson);
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var value = await context.Request.ReadFromJsonAsync<T>(options, context.RequestAborted);
            return value is null
                ? Refuse(StatusCodes.Status400BadRequest, ProblemCodes.InvalidJson, "The body is null; send a JSON object.")
                : new JsonBody<T>(value, null);
        }
        catch (InvalidOperationException)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.NotJson);
        }
        catch (JsonException error)
        {
            return Refuse(StatusCodes.Status400BadRequest, ProblemCodes.InvalidJson, Sentence(error));
        }
    }

    private static string Sentence(JsonException error)
    {
        var field = error.Path?.TrimStart('$', '.');
        return string.IsNullOrEmpty(field)
            ? $"The body is not JSON that can be read (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."
            : $"{field}: the value is not of the kind this field takes.";
    }

    private static JsonBody<T> Refuse(int status, string code, string? detail = null)
        => new(null, Problems.Of(status, code, detail));
}
