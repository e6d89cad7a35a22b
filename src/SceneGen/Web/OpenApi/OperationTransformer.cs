using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SceneGen.Web.Access;
using SceneGen.Web.OpenApi.Answers;
using SceneGen.Web.OpenApi.Schemas;
using SceneGen.Web.Scenes.Live;

namespace SceneGen.Web.OpenApi;

/// <summary>Completes each operation: who may call it, its id, headers, examples and errors.</summary>
internal sealed class OperationTransformer(RouteNeeds needs) : IOpenApiDocumentTransformer
{
    private const string Api = "/api/";
    private const string Json = "application/json";
    private const string Events = "text/event-stream";

    public Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                operation.OperationId = IdOf(method, path);
                Complete(operation, OperationBook.Find($"{method.Method} {path}"), document);
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

    private void Complete(OpenApiOperation operation, OperationFacts facts, OpenApiDocument document)
    {
        var need = needs.Of(facts.Path, facts.Method);
        operation.Security = CallerRules.SecurityOf(need, document);
        operation.Summary ??= facts.Summary;
        HeaderParameters.Add(operation, facts.Headers);
        QueryParameters.Describe(operation);
        operation.Responses ??= [];
        if (facts.Also is { } status)
        {
            operation.Responses[Text(status)] = new OpenApiResponse { Description = "As the caller has it." };
        }

        AddMediaType(operation.Responses, facts.MediaType, document);
        AddExamples(operation);
        var problems = CommonProblems.And(facts, need, operation).ToDictionary(fact => fact.Status);
        foreach (var fact in problems.Values)
        {
            operation.Responses[Text(fact.Status)] = ProblemResponses.Of(fact, document);
        }

        AnswerHeaders.Add(operation.Responses, facts, problems, facts.IsCounted(need), document);
    }

    private static void AddMediaType(OpenApiResponses responses, string? mediaType, OpenApiDocument document)
    {
        if (mediaType is not null)
        {
            responses["200"] = new OpenApiResponse
            {
                Description = "OK",
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [mediaType] = mediaType == Events ? StreamOf(document) : new(),
                },
            };
        }
    }

    private static OpenApiMediaType StreamOf(OpenApiDocument document)
    {
        var data = ExampleMaker.Of(document.Components!.Schemas![nameof(SceneEvent)])!.ToJsonString();
        return new OpenApiMediaType
        {
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = $"The data of each event is JSON: #/components/schemas/{nameof(SceneEvent)}.",
            },
            Example = $"event: scene\nid: 7\ndata: {data}\n\n",
        };
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
