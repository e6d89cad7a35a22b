using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Generation.Gates;
using SceneGen.Operations.Audit;
using SceneGen.Replicate.Models;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Ops.Orders;

namespace SceneGen.Web.Ops;

/// <summary>The gates to the provider and its models, for the operator to see, to open and to close.</summary>
internal static class GateEndpoints
{
    private const string ByOperator = "operator";

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

    private static async Task<Ok<List<GateResource>>> ListAsync(
        GateStore store, ModelLibrary models, CancellationToken cancellationToken)
    {
        var closed = await store.ListAsync(cancellationToken);
        var open = models.Ids.Select(ProviderGates.OfModel)
            .Prepend(ProviderGates.Provider)
            .Except(closed.Select(gate => gate.Name))
            .Select(GateResource.Open);
        return TypedResults.Ok(closed.Select(GateResource.Closed).Concat(open).ToList());
    }

    private static async Task<Results<Ok<GateResource>, ProblemHttpResult>> OpenAsync(
        string name,
        JsonBody<OperatorRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        HttpContext http)
    {
        var (gate, cancellationToken) = (Uri.UnescapeDataString(name), http.RequestAborted);
        if (body.Value is not { } request)
        {
            return body.Problem!;
        }

        if (OrderRules.Errors(request.Reason) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        if (!await IsGateAsync(gate, store, models, cancellationToken))
        {
            return NoSuchGate();
        }

        await gates.OpenByOperatorAsync(
            gate, cancellationToken, http.OrderOf(OperatorActions.OpenGate, request.Reason, gate));
        return TypedResults.Ok(GateResource.Open(gate));
    }

    private static async Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseAsync(
        string name,
        JsonBody<OperatorRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        HttpContext http)
    {
        var (gate, cancellationToken) = (Uri.UnescapeDataString(name), http.RequestAborted);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (OrderRules.Errors(body.Value!.Reason) is { Count: > 0 } errors)
        {
            return Problems.Invalid(errors);
        }

        if (!await IsGateAsync(gate, store, models, cancellationToken))
        {
            return NoSuchGate();
        }

        await gates.KeepClosedAsync(
            gate,
            body.Value.Reason,
            ByOperator,
            cancellationToken,
            http.OrderOf(OperatorActions.CloseGate, body.Value.Reason, gate));
        var closed = await store.ListAsync(cancellationToken);
        return TypedResults.Ok(closed.Find(known => known.Name == gate) is { } found
            ? GateResource.Closed(found)
            : GateResource.Open(gate));
    }

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> OpenModelAsync(
        string owner,
        string model,
        JsonBody<OperatorRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        HttpContext http)
        => OpenAsync($"{owner}/{model}", body, gates, store, models, http);

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseModelAsync(
        string owner,
        string model,
        JsonBody<OperatorRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        HttpContext http)
        => CloseAsync($"{owner}/{model}", body, gates, store, models, http);

    private static async Task<bool> IsGateAsync(
        string name, GateStore store, ModelLibrary models, CancellationToken cancellationToken)
        => name == ProviderGates.Provider
            || models.Ids.Any(id => ProviderGates.OfModel(id) == name)
            || (await store.ListAsync(cancellationToken)).Exists(gate => gate.Name == name);

    private static ProblemHttpResult NoSuchGate()
        => Problems.Of(
            StatusCodes.Status404NotFound, ProblemCodes.GateUnknown);
}
