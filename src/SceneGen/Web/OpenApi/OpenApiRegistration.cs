using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using SceneGen.Web.OpenApi.Schemas;

namespace SceneGen.Web.OpenApi;

internal static class OpenApiRegistration
{
    public static void AddApiDescription(this IServiceCollection services)
        => services.AddOpenApi("v1", document =>
        {
            document.CreateSchemaReferenceId = NameOf;
            document.AddSchemaTransformer<PlainTypes>();
            document.AddSchemaTransformer<ClosedSets>();
            document.AddSchemaTransformer<RequiredFields>();
            document.AddDocumentTransformer<DocumentFrame>();
            document.AddDocumentTransformer<OperationTransformer>();
        });

    /// <summary>Two that lie within others may be called the same, and are not.</summary>
    private static string? NameOf(JsonTypeInfo type)
        => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name ? null
            : type.Type.DeclaringType is { } outer ? outer.Name + name
            : name;
}
