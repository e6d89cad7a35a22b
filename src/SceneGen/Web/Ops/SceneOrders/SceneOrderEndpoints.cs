using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Contracts;
using SceneGen.Operations.Audit;
using SceneGen.Web.Http;
using SceneGen.Web.Ops.Orders;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.Accepted<SceneGen.Web.Ops.SceneOrders.SceneOrderAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.Ok<SceneGen.Web.Ops.SceneOrders.SceneOrderAnswer>,
    Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult>;

namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>What an operator can do to a scene. Each is recorded with who did it and why, and done once however often it is sent.</summary>
internal static class SceneOrderEndpoints
{
    private const string Json = "application/json";

    public static void MapSceneOrders(this IEndpointRouteBuilder routes)
    {
        var scene = routes.MapGroup("/api/ops/scenes/{id:guid}").WithTags("Operators");
        scene.MapPost("retry", RetryAsync).Accepts<RetryOrder>(Json).WithSummary("Tries a scene again from a step");
        scene.MapPost("cancel", CancelAsync).Accepts<OperatorRequest>(Json).WithSummary("Cancels a scene that is under way");
        scene.MapPost("rollback", RollBackAsync).Accepts<OperatorRequest>(Json).WithSummary("Gives a scene up and has its avatar rolled back");
        scene.MapPost("rollback/done", SettleAsync).Accepts<SettleRollbackOrder>(Json).WithSummary("Ends a rollback that was seen to by hand");
    }

    private static Task<Answer> RetryAsync(Guid id, JsonBody<RetryOrder> body, SceneOrderDesk desk, HttpContext http)
    {
        var details = JsonSerializer.Serialize(
            new { from = JsonNamingPolicy.CamelCase.ConvertName($"{body.Value?.From}") });
        return GiveAsync(
            body.Check(order => Errors(
                http, order.Reason, "from", order.From is null ? "is missing; send theme, submit, generate or store." : null)),
            () => desk.GiveAsync(
                id,
                http.KeyedOrderOf(OperatorActions.RetryScene, body.Value!.Reason, $"{id}", details),
                situation => OrderPlans.Retry(situation, body.Value.From!.Value, details),
                http.RequestAborted));
    }

    private static Task<Answer> CancelAsync(Guid id, JsonBody<OperatorRequest> body, SceneOrderDesk desk, HttpContext http)
        => GiveAsync(body.Check(order => OrderRules.Errors(http, order.Reason)), () => desk.GiveAsync(
            id,
            http.KeyedOrderOf(OperatorActions.CancelScene, body.Value!.Reason, $"{id}"),
            situation => OrderPlans.Cancel(situation, body.Value.Reason!),
            http.RequestAborted));

    private static Task<Answer> RollBackAsync(Guid id, JsonBody<OperatorRequest> body, SceneOrderDesk desk, HttpContext http)
        => GiveAsync(body.Check(order => OrderRules.Errors(http, order.Reason)), () => desk.GiveAsync(
            id,
            http.KeyedOrderOf(OperatorActions.RollBackScene, body.Value!.Reason, $"{id}"),
            OrderPlans.RollBack,
            http.RequestAborted));

    private static Task<Answer> SettleAsync(Guid id, JsonBody<SettleRollbackOrder> body, SceneOrderDesk desk, HttpContext http)
        => GiveAsync(
            body.Check(order => Errors(
                http, order.Reason, "outcome", order.Outcome is null ? "is missing; send rolledBack or refused." : null)),
            () => desk.GiveAsync(
                id,
                http.KeyedOrderOf(OperatorActions.SettleRollback, body.Value!.Reason, $"{id}", DetailsOf(body.Value.Outcome!.Value)),
                situation => OrderPlans.Settle(situation, body.Value.Outcome!.Value, body.Value.Reason!),
                http.RequestAborted));

    private static async Task<Answer> GiveAsync(ProblemHttpResult? problem, Func<Task<Answer>> give)
        => problem is not null ? problem : await give();

    private static Dictionary<string, string> Errors(HttpContext http, string? reason, string field, string? error)
    {
        var errors = OrderRules.Errors(http, reason);
        if (error is not null)
        {
            errors[field] = error;
        }

        return errors;
    }

    private static string DetailsOf(RollbackOutcome outcome)
        => JsonSerializer.Serialize(new { outcome = JsonNamingPolicy.CamelCase.ConvertName($"{outcome}") });
}
