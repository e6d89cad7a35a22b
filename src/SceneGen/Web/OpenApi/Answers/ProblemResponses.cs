using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The answers that are errors: one shape, with an example for each code.</summary>
internal static class ProblemResponses
{
    public const string MediaType = "application/problem+json";
    public const string SchemaName = "Problem";

    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "What is wrong, by RFC 9457. The code is stable; title and detail are for people.",
        Required = new HashSet<string>(StringComparer.Ordinal) { "title", "status", "detail", "code", "retryable", "traceId" },
        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["type"] = Text("A page about the status."),
            ["title"] = Text("What is wrong, in the language asked for."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
            ["detail"] = Text("What is wrong here, and what to send instead."),
            ["code"] = Text("Stable, for programs."),
            ["retryable"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether the same may go well later." },
            ["traceId"] = Text("By which the request is found in logs and traces."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Of invalid_request: a sentence for every wrong field.",
                AdditionalProperties = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            },
        },
    };

    public static OpenApiResponse Of(ProblemFact fact, OpenApiDocument document) => new()
    {
        Description = string.Join(", ", fact.Codes.Select(code => $"`{code}`")),
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            [MediaType] = new()
            {
                Schema = new OpenApiSchemaReference(SchemaName, document),
                Examples = fact.Codes.ToDictionary(
                    code => code, IOpenApiExample (code) => ExampleOf(fact.Status, code), StringComparer.Ordinal),
            },
        },
    };

    private static OpenApiExample ExampleOf(int status, string code)
    {
        var words = ProblemWords.Find(code)!;
        return new OpenApiExample
        {
            Summary = words.Title.English,
            Value = new JsonObject
            {
                ["type"] = string.Create(CultureInfo.InvariantCulture, $"https://httpwg.org/specs/rfc9110.html#status.{status}"),
                ["title"] = words.Title.English,
                ["status"] = status,
                ["detail"] = words.Detail.English,
                ["code"] = code,
                ["retryable"] = ProblemCodes.IsRetryable(code),
                ["traceId"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            },
        };
    }

    private static OpenApiSchema Text(string says) => new() { Type = JsonSchemaType.String, Description = says };
}
