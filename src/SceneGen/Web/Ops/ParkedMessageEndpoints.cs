using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Data;
using SceneGen.Operations.Audit;
using SceneGen.Persistence.Outbox.Parking;
using SceneGen.Persistence.Scheduling;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Queries;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops;

/// <summary>What the outbox has given up, for the operator to see and to have delivered again.</summary>
internal static class ParkedMessageEndpoints
{
    private const int MostOnAPage = 200;
    private const int MostTold = 20;

    private const string NoIds = "Name the parked messages to deliver again, such as [17, 18].";

    public static void MapParkedMessages(this IEndpointRouteBuilder routes)
    {
        var parked = routes.MapGroup("/api/ops/parked");
        parked.MapGet("", ListAsync);
        parked.MapPost("/replay", ReplayAsync).Accepts<ReplayRequest>("application/json");
    }

    private static async Task<Results<Ok<ParkedMessagePage>, ProblemHttpResult>> ListAsync(
        string? after, ParkedMessages<SceneDbContext> parked, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        var place = query.Place("after", after, long.MaxValue);
        if (query.Errors.Count > 0)
        {
            return Problems.Invalid(query.Errors);
        }

        // One more than the page shows tells whether another page follows.
        var found = await parked.ListAsync(place ?? 0, MostOnAPage + 1, cancellationToken);
        var page = found.Take(MostOnAPage).ToList();
        return TypedResults.Ok(new ParkedMessagePage(page, found.Count > page.Count ? page[^1].Id : null));
    }

    private static async Task<Results<Ok<ReplayResult>, ProblemHttpResult>> ReplayAsync(
        JsonBody<ReplayRequest> body,
        ParkedMessages<SceneDbContext> parked,
        PendingTimers<SceneDbContext> timers,
        OperatorAudit audit,
        HttpContext http)
    {
        if (body.Check(Errors) is { } problem)
        {
            return problem;
        }

        var ids = body.Value!.Ids!;
        var details = JsonSerializer.Serialize(new { count = ids.Count, ids = ids.Take(MostTold) });
        var order = http.OrderOf(OperatorActions.ReplayParked, body.Value.Reason, details: details);
        var replayed = await audit.DoAsync(
            order,
            () => parked.ReplayAsync(ids, http.RequestAborted),
            count => count > 0 ? OperatorAction.Done : OperatorAction.Unchanged,
            http.RequestAborted);

        // They are due since the commit.
        timers.Ring();
        return TypedResults.Ok(new ReplayResult(replayed));
    }

    private static Dictionary<string, string> Errors(ReplayRequest request)
    {
        var errors = OrderRules.Errors(request.Reason);
        if (request.Ids is not { Count: > 0 })
        {
            errors["ids"] = NoIds;
        }

        return errors;
    }
}
