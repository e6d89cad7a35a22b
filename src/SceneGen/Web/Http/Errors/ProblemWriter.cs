namespace SceneGen.Web.Http.Errors;

/// <summary>
/// Writes problems to every caller. The framework's own writer declines where JSON is not among what the caller takes, as
/// with streams of events and images; what is written then has no code, no trace id, or is plain text.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string MediaType = "application/problem+json";

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;

        // A result fills in what follows from the status.
        _ = TypedResults.Problem(problem);
        Problems.Complete(http, problem);
        await http.Response.WriteAsJsonAsync(problem, problem.GetType(), options: null, MediaType);
    }
}
