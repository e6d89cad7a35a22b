using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Http;

/// <summary>Every error's shape: problem+json with a code, whether to try again, and the trace id.</summary>
internal static class Problems
{
    /// <summary>Where a header says it not: in what stands within a whole answer.</summary>
    public const string RetryAfterName = "retryAfter";

    private const string CodeName = "code";

    /// <summary>The detail is for what the code's own words do not say; it is not translated.</summary>
    public static ProblemHttpResult Of(int status, string code, string? detail = null)
    {
        // In English until it is known to whom they are said.
        var words = ProblemWords.Find(code);
        return TypedResults.Problem(
            detail ?? words?.Detail.English,
            statusCode: status,
            title: words?.Title.English,
            extensions: Extensions(code));
    }

    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string> errors)
    {
        var sentences = string.Join(" ", errors.Select(error => $"{error.Key}: {error.Value}"));
        var problem = Of(StatusCodes.Status400BadRequest, ProblemCodes.InvalidRequest, sentences);
        problem.ProblemDetails.Extensions["errors"] =
            errors.ToDictionary(error => error.Key, error => new[] { error.Value });
        return problem;
    }

    public static ProblemHttpResult SceneIsDeleted() => Of(StatusCodes.Status410Gone, ProblemCodes.SceneDeleted);

    public static ProblemHttpResult NoSuchScene() => Of(StatusCodes.Status404NotFound, ProblemCodes.SceneUnknown);

    /// <summary>
    /// Brings the answers the framework gives by itself into the same shape, and every answer into the caller's language.
    /// </summary>
    public static void Complete(HttpContext http, ProblemDetails problem)
    {
        foreach (var (name, value) in Extensions(CodeOf(problem.Status)))
        {
            problem.Extensions.TryAdd(name, value);
        }

        problem.Extensions.TryAdd("traceId", Activity.Current?.Id ?? http.TraceIdentifier);
        if (ProblemWords.Find(problem.Extensions[CodeName] as string) is { } words)
        {
            var language = AnswerLanguage.Choose(http);
            problem.Title = words.Title.In(language);
            problem.Detail = problem.Detail is null || problem.Detail == words.Detail.English
                ? words.Detail.In(language)
                : problem.Detail;
        }
    }

    private static string CodeOf(int? status) => status switch
    {
        StatusCodes.Status404NotFound => ProblemCodes.NotFound,
        StatusCodes.Status405MethodNotAllowed => ProblemCodes.MethodNotAllowed,
        StatusCodes.Status415UnsupportedMediaType => ProblemCodes.NotJson,
        _ => ProblemCodes.HttpError,
    };

    private static Dictionary<string, object?> Extensions(string code) => new(StringComparer.Ordinal)
    {
        [CodeName] = code,
        ["retryable"] = ProblemCodes.IsRetryable(code),
    };
}
