using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Assets.Sweeping;
using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Generation.Reconciling;
using SceneGen.Operations.Audit;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Ops.Orders;

/// <summary>What the service does from time to time by itself, done now because an operator wants it.</summary>
internal static class WorkEndpoints
{
    public static void MapWork(this IEndpointRouteBuilder routes)
    {
        var works = routes.MapGroup("/api/ops").WithTags("Operators").AddEndpointFilter<EndWithService>();

        // It takes as long as the store or the provider has entries, and ends with the service.
        works.DisableRequestTimeout();
        works.MapPost("sweep", SweepAsync)
            .Accepts<SweepRequest>("application/json")
            .WithSummary("Sweeps the store now");
        works.MapPost("reconciliation", ReconcileAsync)
            .Accepts<OperatorRequest>("application/json")
            .WithSummary("Holds the provider's predictions against the scenes now");
    }

    private static Task<Results<Ok<WorkAnswer<SweepReport>>, ProblemHttpResult>> SweepAsync(
        JsonBody<SweepRequest> body, Sweeper sweeper, OperatorAudit audit, HttpContext http)
    {
        if (body.Check(asked => OrderRules.Errors(http, asked.Reason)) is { } problem)
        {
            return Refused<SweepReport>(problem);
        }

        var request = body.Value!;
        var details = JsonSerializer.Serialize(new { dryRun = request.DryRun });
        var order = http.KeyedOrderOf(OperatorActions.Sweep, request.Reason, details: details);
        return DoAsync(order, stop => sweeper.TryRunAsync(request.DryRun, stop), audit, http.RequestAborted);
    }

    private static Task<Results<Ok<WorkAnswer<ReconciliationReport>>, ProblemHttpResult>> ReconcileAsync(
        JsonBody<OperatorRequest> body, Reconciler reconciler, OperatorAudit audit, HttpContext http)
        => body.Check(asked => OrderRules.Errors(http, asked.Reason)) is { } problem
            ? Refused<ReconciliationReport>(problem)
            : DoAsync(
                http.KeyedOrderOf(OperatorActions.Reconcile, body.Value!.Reason), reconciler.TryRunAsync, audit, http.RequestAborted);

    private static async Task<Results<Ok<WorkAnswer<T>>, ProblemHttpResult>> DoAsync<T>(
        OperatorOrder order, Func<CancellationToken, Task<T?>> work, OperatorAudit audit, CancellationToken cancellationToken)
        where T : class
    {
        if (await audit.FindAsync(order.Key, cancellationToken) is { Outcome: OperatorAction.Done } earlier)
        {
            return TypedResults.Ok(new WorkAnswer<T>(null, OperatorActionResource.Of(earlier), AlreadyDone: true));
        }

        return await audit.DoAtLengthAsync(order, work, cancellationToken) is var (action, report)
            ? TypedResults.Ok(new WorkAnswer<T>(report, OperatorActionResource.Of(action), AlreadyDone: false))
            : Problems.Of(StatusCodes.Status409Conflict, ProblemCodes.WorkUnderWay);
    }

    private static Task<Results<Ok<WorkAnswer<T>>, ProblemHttpResult>> Refused<T>(ProblemHttpResult problem)
        where T : class
        => Task.FromResult<Results<Ok<WorkAnswer<T>>, ProblemHttpResult>>(problem);
}
