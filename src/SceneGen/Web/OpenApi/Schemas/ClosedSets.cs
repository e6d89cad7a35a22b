using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SceneGen.Web.Ops;
using SceneGen.Web.Ops.Scenes;
using SceneGen.Web.Ops.Timeline;
using SceneGen.Web.Scenes.Live;
using SceneGen.Web.Scenes.Resources;
using SceneGen.Web.Scenes.Timeline;

namespace SceneGen.Web.OpenApi.Schemas;

/// <summary>Texts of which there are only some.</summary>
internal sealed class ClosedSets : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<(Type? Type, string Name), IEnumerable<string>> Sets = new()
    {
        [(typeof(SceneResource), "status")] = SceneStatus.All,
        [(typeof(SceneEvent), "status")] = SceneStatus.All,
        [(typeof(TimelineItem), "status")] = SceneStatus.All,
        [(typeof(TimelineOpsItem), "status")] = SceneStatus.All,
        [(typeof(OperatorSceneSummary), "state")] = SceneStatus.All,
        [(typeof(OperatorScene.Sibling), "state")] = SceneStatus.All,
        [(typeof(OperatorScene.Purchase), "state")] = ["asked", "unanswered", "bought"],
        [(typeof(GateResource), "state")] = ["open", "closed"],
    };

    public Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } property
            && Sets.TryGetValue((property.DeclaringType, property.Name), out var words))
        {
            schema.Enum = [.. words];
        }

        return Task.CompletedTask;
    }
}
