using Microsoft.OpenApi;

namespace SceneGen.Web.OpenApi;

/// <summary>What the values of a query are: they are all read as text, so that each that is wrong can be named.</summary>
internal static class QueryParameters
{
    public static void Describe(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(one => one.In is ParameterLocation.Query))
        {
            parameter.Schema = SchemaOf(parameter.Name) ?? parameter.Schema;
        }
    }

    private static OpenApiSchema? SchemaOf(string? name) => name switch
    {
        "limit" or "days" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        "after" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        "whileRunning" => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        "scene" or "sceneId" or "avatarId" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        "from" or "to" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        _ => null,
    };
}
