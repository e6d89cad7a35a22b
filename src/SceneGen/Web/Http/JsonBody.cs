using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

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
            return Refuse(
                StatusCodes.Status415UnsupportedMediaType, "not_json", "Send the body as Content-Type: application/json.");
        }

        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            var value = await context.Request.ReadFromJsonAsync<T>(options, context.RequestAborted);
            return value is null
                ? Refuse(StatusCodes.Status400BadRequest, "invalid_json", "The body is null; send a JSON object.")
                : new JsonBody<T>(value, null);
        }
        catch (InvalidOperationException)
        {
            return Refuse(
                StatusCodes.Status415UnsupportedMediaType, "not_json", "Send the body in UTF-8, as Content-Type: application/json.");
        }
        catch (JsonException error)
        {
            return Refuse(StatusCodes.Status400BadRequest, "invalid_json", Sentence(error));
        }
    }

    private static string Sentence(JsonException error)
    {
        var field = error.Path?.TrimStart('$', '.');
        return string.IsNullOrEmpty(field)
            ? $"The body is not JSON that can be read (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1})."
            : $"{field}: the value is not of the kind this field takes.";
    }

    private static JsonBody<T> Refuse(int status, string code, string detail)
        => new(null, Problems.Of(status, code, detail));
}
