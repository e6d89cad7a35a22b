using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Operations.Audit;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Queries;

namespace SceneGen.Web.Ops.Orders;

/// <summary>Who did what, when and why.</summary>
internal static class OperatorActionEndpoint
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    public static void MapOperatorActions(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/ops/actions", ListAsync).WithTags("Operators").WithSummary("Lists what operators did, the last first");

    private static async Task<Results<Ok<OperatorActionPage>, ProblemHttpResult>> ListAsync(
        string? scene, string? after, string? limit, OperatorAudit audit, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        var (sceneId, place) = (query.Id("scene", scene), query.Place("after", after, long.MaxValue));
        var pageSize = query.Number("limit", limit, 1, MostLimit) ?? DefaultLimit;
        if (query.Errors.Count > 0)
        {
            return Problems.Invalid(query.Errors);
        }

        // One more than the page shows tells whether another page follows.
        var found = await audit.ListAsync(sceneId, place, pageSize + 1, cancellationToken);
        var page = found.Take(pageSize).ToList();
        return TypedResults.Ok(new OperatorActionPage(
            page.ConvertAll(OperatorActionResource.Of), found.Count > page.Count ? page[^1].Id : null));
    }
}
