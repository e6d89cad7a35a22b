using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>Reads a JSON body, and says of each field why it cannot be read.</summary>
internal sealed class JsonBody<T>
    where T : class
{
    private static readonly Dictionary<string, string> None = [];

    private readonly T? _readable;
    private readonly IReadOnlyDictionary<string, string> _misread;

    private JsonBody(T? readable, IReadOnlyDictionary<string, string> misread, ProblemHttpResult? problem)
        => (_readable, _misread, Problem) = (readable, misread, problem);

    /// <summary>Null where a part of it could not be read.</summary>
    public T? Value => Problem is null ? _readable : null;

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
            return Of(await context.Request.ReadFromJsonAsync<JsonElement>(options, context.RequestAborted), options);
        }
        catch (InvalidOperationException)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, ProblemCodes.NotJson);
        }
        catch (JsonException error)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                ProblemCodes.InvalidJson,
                $"The body is not JSON that can be read (line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}).");
        }
    }

    public static JsonBody<T> Of(T value) => new(value, None, problem: null);

    public static JsonBody<T> Of(JsonElement element, JsonSerializerOptions options)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            return Refuse(StatusCodes.Status400BadRequest, ProblemCodes.InvalidJson, "This is not a JSON object; send one.");
        }

        try
        {
            return new JsonBody<T>(element.Deserialize<T>(options), None, problem: null);
        }
        catch (JsonException)
        {
            var (rest, misread) = JsonFields.Divide(element, typeof(T), options);
            return new JsonBody<T>(rest.Deserialize<T>(options), misread, Problems.Invalid(misread));
        }
    }

    /// <summary>Null if all is well. What cannot be read is named together with what breaks a rule.</summary>
    public ProblemHttpResult? Check(Func<T, Dictionary<string, string>> rules)
    {
        if (_readable is null)
        {
            return Problem;
        }

        var errors = rules(_readable);
        foreach (var (field, error) in _misread)
        {
            errors[field] = error;
        }

        return errors.Count > 0 ? Problems.Invalid(errors) : Problem;
    }

    private static JsonBody<T> Refuse(int status, string code, string? detail = null)
        => new(readable: null, None, Problems.Of(status, code, detail));
}
