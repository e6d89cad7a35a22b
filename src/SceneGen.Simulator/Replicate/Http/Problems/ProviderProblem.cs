using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Http.Problems;

/// <summary>The provider's errors, body for body.</summary>
internal sealed record ProviderProblem
{
    public string? Title { get; init; }

    public required string Detail { get; init; }

    public required int Status { get; init; }

    public int? RetryAfter { get; init; }

    public IReadOnlyList<InvalidField>? InvalidFields { get; init; }

    public static IResult Unauthenticated()
    {
        return Answer(new ProviderProblem
        {
            Title = "Unauthenticated",
            Detail = "You did not pass a valid authentication token",
            Status = StatusCodes.Status401Unauthorized,
        });
    }

    public static IResult ExpiredToken()
    {
        return Answer(new ProviderProblem
        {
            Title = "Authentication required",
            Detail = "Invalid or expired API token.",
            Status = StatusCodes.Status401Unauthorized,
        });
    }

    public static IResult Forbidden()
    {
        return Answer(new ProviderProblem
        {
            Title = "Forbidden",
            Detail = "You do not have permission to perform this action.",
            Status = StatusCodes.Status403Forbidden,
        });
    }

    public static IResult NotFound()
    {
        return Answer(new ProviderProblem
        {
            Detail = "The requested resource could not be found.",
            Status = StatusCodes.Status404NotFound,
        });
    }

    public static IResult BadRequest(string detail)
    {
        return Answer(new ProviderProblem { Detail = detail, Status = StatusCodes.Status400BadRequest });
    }

    public static IResult UnknownVersion()
    {
        return Answer(new ProviderProblem
        {
            Title = "Invalid version or not permitted",
            Detail = "The specified version does not exist (or perhaps you don't have permission to use it?)",
            Status = StatusCodes.Status422UnprocessableEntity,
        });
    }

    public static IResult FileTooLarge()
    {
        return Answer(new ProviderProblem
        {
            Detail = "Files must be less than 100MB in size",
            Status = StatusCodes.Status413PayloadTooLarge,
        });
    }

    public static IResult ServerError()
    {
        return Answer(new ProviderProblem
        {
            Title = "Internal Server Error",
            Detail = "An internal error occurred.",
            Status = StatusCodes.Status500InternalServerError,
        });
    }

    public static IResult Unavailable()
    {
        return Answer(new ProviderProblem
        {
            Detail = "Service is temporarily unavailable.",
            Status = StatusCodes.Status503ServiceUnavailable,
        });
    }

    public static IResult Invalid(IReadOnlyList<InvalidField> fields)
    {
        return Answer(new ProviderProblem
        {
            Title = "Input validation failed",
            Detail = string.Concat(fields.Select(field => $"- {field.Field}: {field.Description}\n")),
            Status = StatusCodes.Status422UnprocessableEntity,
            InvalidFields = fields,
        });
    }

    public static IResult Answer(ProviderProblem problem)
    {
        return Results.Json(problem, ReplicateJson.Options, "application/problem+json", problem.Status);
    }
}
