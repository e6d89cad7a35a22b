using Microsoft.AspNetCore.Http.HttpResults;

namespace SceneGen.Web.Http;

/// <summary>Every error's shape: problem+json with a code and whether to try again. The framework adds the trace id.</summary>
internal static class Problems
{
    public static ProblemHttpResult Of(int status, string code, string detail, bool retryable = false)
        => TypedResults.Problem(detail, statusCode: status, extensions: Extensions(code, retryable));

    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string> errors)
    {
        var extensions = Extensions("invalid_request", retryable: false);
        extensions["errors"] = errors.ToDictionary(error => error.Key, error => new[] { error.Value });
        return TypedResults.Problem(
            string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value}")),
            statusCode: StatusCodes.Status400BadRequest,
            title: "The request is not valid.",
            extensions: extensions);
    }

    public static ProblemHttpResult NoSuchScene()
        => Of(StatusCodes.Status404NotFound, "scene_unknown", "There is no scene of this id.");

    /// <summary>Answers the framework gives by itself, brought into the same shape.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var (code, detail) = problem.Status switch
        {
            StatusCodes.Status404NotFound => ("not_found", "There is nothing at this address."),
            StatusCodes.Status405MethodNotAllowed => ("method_not_allowed", "This address does not take this method."),
            StatusCodes.Status415UnsupportedMediaType => ("not_json", "Send the body as Content-Type: application/json."),
            _ => ("http_error", problem.Title),
        };
        problem.Detail ??= detail;
        foreach (var (name, value) in Extensions(code, retryable: false))
        {
            problem.Extensions.TryAdd(name, value);
        }
    }

    private static Dictionary<string, object?> Extensions(string code, bool retryable) => new(StringComparer.Ordinal)
    {
        ["code"] = code,
        ["retryable"] = retryable,
    };
}
