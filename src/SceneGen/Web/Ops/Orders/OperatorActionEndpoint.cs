using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Operations.Audit;
using SceneGen.Web.Http;

namespace SceneGen.Web.Ops.Orders;

/// <summary>Who did what, when and why.</summary>
internal static class OperatorActionEndpoint
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 200;

    private static readonly Dictionary<string, string> WrongLimit = new(StringComparer.Ordinal)
    {
        ["limit"] = $"send a whole number from 1 to {MostLimit}.",
    };

    public static void MapOperatorActions(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/ops/actions", ListAsync).WithTags("Operators").WithSummary("Lists what operators did, the last first");

    private static async Task<Results<Ok<OperatorActionPage>, ProblemHttpResult>> ListAsync(
        OperatorAudit audit, CancellationToken cancellationToken, Guid? scene = null, long? after = null, int limit = DefaultLimit)
    {
        if (limit is < 1 or > MostLimit)
        {
            return Problems.Invalid(WrongLimit);
        }

        var actions = await audit.ListAsync(scene, after, limit, cancellationToken);
        return TypedResults.Ok(new OperatorActionPage(
            actions.ConvertAll(OperatorActionResource.Of), actions.Count == limit ? actions[^1].Id : null));
    }
}
