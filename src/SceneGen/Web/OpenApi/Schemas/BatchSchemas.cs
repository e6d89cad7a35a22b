using Microsoft.OpenApi;
using SceneGen.Web.OpenApi.Answers;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.OpenApi.Schemas;

/// <summary>What the types of a batch leave open, for one wrong scene stops no other.</summary>
internal static class BatchSchemas
{
    public static void Complete(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        if (schemas[nameof(BatchRequest)].Properties!["scenes"] is OpenApiSchema scenes)
        {
            (scenes.MinItems, scenes.MaxItems) = (1, BatchRequest.Most);
            scenes.Items = new OpenApiSchemaReference(nameof(CreateSceneRequest), document);
        }

        schemas[nameof(BatchItem)].Properties!["problem"] =
            new OpenApiSchemaReference(ProblemResponses.SchemaName, document);
        schemas.Remove("ProblemDetails");
    }
}
