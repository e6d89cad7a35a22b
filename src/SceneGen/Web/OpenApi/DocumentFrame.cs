using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Web.OpenApi.Answers;
using SceneGen.Web.OpenApi.Schemas;

namespace SceneGen.Web.OpenApi;

/// <summary>What surrounds the operations: who may call, in which words it answers, and what it posts by itself.</summary>
internal sealed class DocumentFrame : IOpenApiDocumentTransformer
{
    private const string AboutLanguages =
        "Words for users (step.text, a failure's title, message and next, an error's title and detail) are English or "
        + "German, as Accept-Language asks; codes never change.";

    private static readonly Type[] Told =
        [typeof(SceneReady), typeof(SceneFailed), typeof(SceneRolledBack), typeof(SceneCanceled), typeof(SceneExpired)];

    public async Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "SceneGen";
        document.Info.Version = "v1";
        document.Info.Description = AboutLanguages;
        document.AddComponent(ProblemResponses.SchemaName, ProblemResponses.Schema());
        CallerRules.Describe(document);
        AnswerHeaders.Describe(document);
        BatchSchemas.Complete(document);
        document.Webhooks = new Dictionary<string, IOpenApiPathItem>(StringComparer.Ordinal);
        foreach (var message in Told)
        {
            document.AddComponent(message.Name, await context.GetOrCreateSchemaAsync(message, null, cancellationToken));
            document.Webhooks[CallbackBody.TypeOf(message)] = WebhookOf(message, document);
        }
    }

    private static OpenApiPathItem WebhookOf(Type message, OpenApiDocument document)
    {
        var data = new OpenApiSchemaReference(message.Name, document);
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "type", "timestamp", "data" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [CallbackBody.TypeOf(message)] },
                ["timestamp"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
                ["data"] = data,
            },
        };
        var operation = new OpenApiOperation
        {
            OperationId = $"on{message.Name}",
            Summary = $"Posted to a scene's callbackUrl, signed by the Standard Webhooks: {message.Name}",
            Parameters = [HeaderOf("webhook-id"), HeaderOf("webhook-timestamp"), HeaderOf("webhook-signature")],
            RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/json"] = new() { Schema = schema, Example = ExampleMaker.Of(schema) },
                },
            },
            Responses = new OpenApiResponses
            {
                ["2XX"] = new OpenApiResponse { Description = "Taken." },
                ["410"] = new OpenApiResponse { Description = "Not wanted any more: it is not posted again." },
                ["default"] = new OpenApiResponse { Description = "Posted again, for four days." },
            },
        };
        return new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Post] = operation } };
    }

    private static OpenApiParameter HeaderOf(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
