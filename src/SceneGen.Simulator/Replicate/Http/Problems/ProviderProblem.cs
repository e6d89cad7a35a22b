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
        => Of(StatusCodes.Status401Unauthorized, "You did not pass a valid authentication token", "Unauthenticated");

    public static IResult ExpiredToken()
        => Of(StatusCodes.Status401Unauthorized, "Invalid or expired API token.", "Authentication required");

    public static IResult Forbidden()
        => Of(StatusCodes.Status403Forbidden, "You do not have permission to perform this action.", "Forbidden");

    public static IResult NotFound() => Of(StatusCodes.Status404NotFound, "The requested resource could not be found.");

    public static IResult BadRequest(string detail) => Of(StatusCodes.Status400BadRequest, detail);

    public static IResult UnknownVersion() => Of(
        StatusCodes.Status422UnprocessableEntity,
        "The specified version does not exist (or perhaps you don't have permission to use it?)",
        "Invalid version or not permitted");

    public static IResult FileTooLarge()
        => Of(StatusCodes.Status413PayloadTooLarge, "Files must be less than 100MB in size");

    public static IResult ServerError()
        => Of(StatusCodes.Status500InternalServerError, "An internal error occurred.", "Internal Server Error");

    public static IResult Unavailable()
        => Of(StatusCodes.Status503ServiceUnavailable, "Service is temporarily unavailable.");

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

    private static IResult Of(int status, string detail, string? title = null)
    {
        return Answer(new ProviderProblem { Title = title, Detail = detail, Status = status });
    }

    public static IResult Answer(ProviderProblem problem)
    {
        return Results.Json(problem, ReplicateJson.Options, "application/problem+json", problem.Status);
    }
}
