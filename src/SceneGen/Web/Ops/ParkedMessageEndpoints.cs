using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Data;
using SceneGen.Operations.Audit;
using SceneGen.Persistence.Outbox.Parking;
using SceneGen.Persistence.Scheduling;
using SceneGen.Web.Http;
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

    private static async Task<Ok<ParkedMessagePage>> ListAsync(
        ParkedMessages<SceneDbContext> parked, CancellationToken cancellationToken, long after = 0)
    {
        var messages = await parked.ListAsync(after, MostOnAPage, cancellationToken);
        return TypedResults.Ok(new ParkedMessagePage(
            [.. messages], messages.Count == MostOnAPage ? messages[^1].Id : null));
    }

    private static async Task<Results<Ok<ReplayResult>, ProblemHttpResult>> ReplayAsync(
        JsonBody<ReplayRequest> body,
        ParkedMessages<SceneDbContext> parked,
        PendingTimers<SceneDbContext> timers,
        OperatorAudit audit,
        HttpContext http)
    {
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var errors = OrderRules.Errors(body.Value!.Reason);
        if (body.Value.Ids is not { Count: > 0 } ids)
        {
            errors["ids"] = NoIds;
            return Problems.Invalid(errors);
        }

        if (errors.Count > 0)
        {
            return Problems.Invalid(errors);
        }

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
}
