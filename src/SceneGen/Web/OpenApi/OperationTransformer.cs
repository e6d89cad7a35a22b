using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SceneGen.Web.OpenApi.Schemas;

namespace SceneGen.Web.OpenApi;

/// <summary>Completes each operation: its id, headers, examples and errors.</summary>
internal sealed class OperationTransformer : IOpenApiDocumentTransformer
{
    private const string Api = "/api/";
    private const string Json = "application/json";

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                Complete(operation, method, path, document);
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Such as <c>postScenesByIdRetry</c>: the same for ever, as the route is.</summary>
    public static string IdOf(HttpMethod method, string path)
    {
        var words = (path.StartsWith(Api, StringComparison.Ordinal) ? path[Api.Length..] : path)
            .Replace("{", "by-", StringComparison.Ordinal)
            .Split(['/', '-', '.', '}'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]);
        return method.Method.ToLowerInvariant() + string.Concat(words);
    }

    private static void Complete(OpenApiOperation operation, HttpMethod method, string path, OpenApiDocument document)
    {
        var facts = OperationBook.Find($"{method.Method} {path}");
        operation.OperationId = IdOf(method, path);
        operation.Summary ??= facts.Summary;
        operation.Parameters ??= [];
        foreach (var header in facts.Headers.Append(HeaderParameters.AcceptLanguage))
        {
            operation.Parameters.Add(HeaderParameters.Of(header));
        }

        operation.Responses ??= [];
        if (facts.Also is { } status)
        {
            operation.Responses[Text(status)] = new OpenApiResponse { Description = "As the caller has it." };
        }

        AddMediaType(operation, facts.MediaType);
        AddExamples(operation);
        foreach (var fact in CommonProblems.And(facts.Problems, method, operation))
        {
            operation.Responses[Text(fact.Status)] = ProblemResponses.Of(fact, document);
        }
    }

    private static void AddMediaType(OpenApiOperation operation, string? mediaType)
    {
        if (mediaType is not null)
        {
            operation.Responses!["200"] = new OpenApiResponse
            {
                Description = "OK",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [mediaType] = new() },
            };
        }
    }

    private static void AddExamples(OpenApiOperation operation)
    {
        var contents = operation.Responses!.Values.Select(response => response.Content)
            .Append(operation.RequestBody?.Content)
            .OfType<IDictionary<string, OpenApiMediaType>>();
        foreach (var content in contents.SelectMany(content => content).Where(content => content.Key == Json))
        {
            content.Value.Example ??= ExampleMaker.Of(content.Value.Schema);
        }
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
