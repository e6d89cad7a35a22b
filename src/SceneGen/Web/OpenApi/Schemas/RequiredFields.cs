using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SceneGen.Web.Ops;
using SceneGen.Web.Ops.Callbacks;
using SceneGen.Web.Ops.Orders;
using SceneGen.Web.Ops.SceneOrders;
using SceneGen.Web.Scenes.Requests;
using SceneGen.Web.Sessions;

namespace SceneGen.Web.OpenApi.Schemas;

/// <summary>What a body has to hold. To its type everything may be absent, so that all that is can be named at once.</summary>
internal sealed class RequiredFields : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, string[]> Fields = new()
    {
        [typeof(CreateSceneRequest)] = ["avatarUrl", "theme"],
        [typeof(AvatarGeneratedRequest)] = ["avatarId", "sessionId", "avatarUrl"],
        [typeof(AvatarRequest)] = ["kind"],
        [typeof(BatchRequest)] = ["scenes"],
        [typeof(ChooseThemeRequest)] = ["theme"],
        [typeof(RollbackAnswer)] = ["sceneId", "outcome"],
        [typeof(SessionRequest)] = ["sessionId"],
        [typeof(OperatorRequest)] = ["reason"],
        [typeof(SweepRequest)] = ["reason"],
        [typeof(RetryOrder)] = ["from", "reason"],
        [typeof(SettleRollbackOrder)] = ["outcome", "reason"],
        [typeof(CallbackReplayRequest)] = ["filter", "reason"],
        [typeof(ReplayRequest)] = ["ids", "reason"],
    };

    public Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is null && Fields.TryGetValue(context.JsonTypeInfo.Type, out var fields))
        {
            schema.Required = new HashSet<string>(fields, StringComparer.Ordinal);
            foreach (var property in fields.Select(field => schema.Properties![field]).OfType<OpenApiSchema>())
            {
                property.Type &= ~JsonSchemaType.Null;
            }
        }

        return Task.CompletedTask;
    }
}
