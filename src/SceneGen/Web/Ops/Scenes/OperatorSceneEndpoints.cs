using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Web.Http;

namespace SceneGen.Web.Ops.Scenes;

/// <summary>Scenes as operators see them.</summary>
internal static class OperatorSceneEndpoints
{
    public static void MapOperatorScenes(this IEndpointRouteBuilder routes)
    {
        var scenes = routes.MapGroup("/api/ops/scenes").WithTags("Operators");
        scenes.MapGet("", ListAsync).WithSummary("Lists scenes by state, failure and age");
        scenes.MapGet("{id:guid}", GetAsync).WithSummary("Shows all there is to know of a scene");
    }

    private static async Task<Results<Ok<OperatorSceneList>, ProblemHttpResult>> ListAsync(
        [AsParameters] OperatorSceneQuery query, OperatorSceneReader reader, CancellationToken cancellationToken)
        => query.Errors() is { Count: > 0 } errors
            ? Problems.Invalid(errors)
            : TypedResults.Ok(await reader.ListAsync(query, cancellationToken));

    private static async Task<Results<Ok<OperatorScene>, ProblemHttpResult>> GetAsync(
        Guid id, OperatorSceneReader reader, CancellationToken cancellationToken)
        => await reader.FindAsync(id, cancellationToken) is { } scene
            ? TypedResults.Ok(scene)
            : Problems.NoSuchScene();
}
