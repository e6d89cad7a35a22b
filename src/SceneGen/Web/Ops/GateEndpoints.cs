using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Operations.Audit;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops;

/// <summary>The gates to the provider and its models, for the operator to see, to open and to close.</summary>
internal static class GateEndpoints
{
    public static void MapGates(this IEndpointRouteBuilder routes)
    {
        var gates = routes.MapGroup("/api/ops/gates");
        gates.MapGet("", ListAsync);
        gates.MapPost("/{name}/open", OpenAsync).Accepts<OperatorRequest>("application/json");
        gates.MapPost("/{name}/close", CloseAsync).Accepts<OperatorRequest>("application/json");

        // A model's name has a slash, which not every client writes as %2F.
        gates.MapPost("/{owner}/{model}/open", OpenModelAsync).Accepts<OperatorRequest>("application/json");
        gates.MapPost("/{owner}/{model}/close", CloseModelAsync).Accepts<OperatorRequest>("application/json");
    }

    private static async Task<Ok<List<GateResource>>> ListAsync(GateDesk desk, CancellationToken cancellationToken)
        => TypedResults.Ok(await desk.ListAsync(cancellationToken));

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> OpenAsync(
        string name, JsonBody<OperatorRequest> body, GateDesk desk, HttpContext http)
        => GiveAsync(OperatorActions.OpenGate, name, body, desk.OpenAsync, http);

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseAsync(
        string name, JsonBody<OperatorRequest> body, GateDesk desk, HttpContext http)
        => GiveAsync(OperatorActions.CloseGate, name, body, desk.CloseAsync, http);

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> OpenModelAsync(
        string owner, string model, JsonBody<OperatorRequest> body, GateDesk desk, HttpContext http)
        => OpenAsync($"{owner}/{model}", body, desk, http);

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseModelAsync(
        string owner, string model, JsonBody<OperatorRequest> body, GateDesk desk, HttpContext http)
        => CloseAsync($"{owner}/{model}", body, desk, http);

    private static async Task<Results<Ok<GateResource>, ProblemHttpResult>> GiveAsync(
        string action,
        string name,
        JsonBody<OperatorRequest> body,
        Func<OperatorOrder, CancellationToken, Task<GateResource?>> give,
        HttpContext http)
    {
        if (body.Check(request => OrderRules.Errors(request.Reason)) is { } problem)
        {
            return problem;
        }

        var order = http.OrderOf(action, body.Value!.Reason, Uri.UnescapeDataString(name));
        return await give(order, http.RequestAborted) is { } gate
            ? TypedResults.Ok(gate)
            : Problems.Of(StatusCodes.Status404NotFound, ProblemCodes.GateUnknown);
    }
}
