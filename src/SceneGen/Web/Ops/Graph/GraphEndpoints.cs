using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Operations.Graph;
using SceneGen.Web.Http;
using SceneGen.Web.Ops.Overview;

namespace SceneGen.Web.Ops.Graph;

/// <summary>The saga's picture: all scenes on it, or one scene's way.</summary>
internal static class GraphEndpoints
{
    private const string SvgType = "image/svg+xml";

    // The picture's own style, and nothing else, when it is looked at by itself.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    public static void MapGraph(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/ops/graph", (SceneGraph graph) => TypedResults.Ok(graph));
        routes.MapGet("/api/ops/graph.svg", DrawAllAsync);
        routes.MapGet("/api/ops/scenes/{id:guid}/graph.svg", DrawOneAsync);
    }

    private static async Task<ContentHttpResult> DrawAllAsync(
        SceneGraph graph, OverviewCache overview, HttpResponse response, CancellationToken cancellationToken)
        => Picture(response, GraphSvg.Draw(graph, await overview.CountStatesAsync(cancellationToken)));

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> DrawOneAsync(
        Guid id, SceneGraph graph, SceneDbContext database, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await database.Scenes.AnyAsync(scene => scene.CorrelationId == id, cancellationToken))
        {
            return Problems.NoSuchScene();
        }

        var states = await database.Timeline.AsNoTracking()
            .Where(entry => entry.SceneId == id)
            .OrderBy(entry => entry.Sequence)
            .Select(entry => entry.State)
            .ToListAsync(cancellationToken);
        var path = new List<string>();
        foreach (var state in states.Where(graph.States.Contains).Where(state => state != SceneGraph.Start))
        {
            if (path.Count == 0 || path[^1] != state)
            {
                path.Add(state);
            }
        }

        return Picture(response, GraphSvg.Draw(graph, id, path));
    }

    private static ContentHttpResult Picture(HttpResponse response, string svg)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        return TypedResults.Text(svg, SvgType, Encoding.UTF8);
    }
}
