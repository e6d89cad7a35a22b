using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SceneGen.Web.OpenApi.Schemas;

/// <summary>Times are texts, and numbers are numbers: what is also taken is not said.</summary>
internal sealed class PlainTypes : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
        {
            schema.Format = "date-time";
            schema.Type = Nullable.GetUnderlyingType(type) is null
                ? JsonSchemaType.String
                : JsonSchemaType.String | JsonSchemaType.Null;
        }
        else if (schema.Type is { } types && IsNumber(types) && types.HasFlag(JsonSchemaType.String))
        {
            (schema.Type, schema.Pattern) = (types & ~JsonSchemaType.String, null);
        }

        return Task.CompletedTask;
    }

    private static bool IsNumber(JsonSchemaType types)
        => types.HasFlag(JsonSchemaType.Integer) || types.HasFlag(JsonSchemaType.Number);
}
