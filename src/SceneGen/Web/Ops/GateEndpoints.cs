using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Generation.Gates;
using SceneGen.Replicate.Models;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Ops;

/// <summary>The gates to the provider and its models, for the operator to see, to open and to close.</summary>
internal static class GateEndpoints
{
    private const string ByOperator = "operator";
    private const int LongestReason = 500;

    private static readonly Dictionary<string, string> LongReason = new(StringComparer.Ordinal)
    {
        ["reason"] = $"It may be {LongestReason} characters long.",
    };

    public static void MapGates(this IEndpointRouteBuilder routes)
    {
        var gates = routes.MapGroup("/api/ops/gates");
        gates.MapGet("", ListAsync);
        gates.MapPost("/{name}/open", OpenAsync);
        gates.MapPost("/{name}/close", CloseAsync);

        // A model's name has a slash, which not every client writes as %2F.
        gates.MapPost("/{owner}/{model}/open", OpenModelAsync).ExcludeFromDescription();
        gates.MapPost("/{owner}/{model}/close", CloseModelAsync).ExcludeFromDescription();
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
        string name, ProviderGates gates, GateStore store, ModelLibrary models, CancellationToken cancellationToken)
    {
        var gate = Uri.UnescapeDataString(name);
        if (!await IsGateAsync(gate, store, models, cancellationToken))
        {
            return NoSuchGate();
        }

        await gates.OpenByOperatorAsync(gate, cancellationToken);
        return TypedResults.Ok(GateResource.Open(gate));
    }

    private static async Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseAsync(
        string name,
        JsonBody<CloseGateRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        CancellationToken cancellationToken)
    {
        var gate = Uri.UnescapeDataString(name);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (body.Value!.Reason is { Length: > LongestReason })
        {
            return Problems.Invalid(LongReason);
        }

        if (!await IsGateAsync(gate, store, models, cancellationToken))
        {
            return NoSuchGate();
        }

        await gates.KeepClosedAsync(gate, body.Value.Reason, ByOperator, cancellationToken);
        var closed = await store.ListAsync(cancellationToken);
        return TypedResults.Ok(closed.Find(known => known.Name == gate) is { } found
            ? GateResource.Closed(found)
            : GateResource.Open(gate));
    }

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> OpenModelAsync(
        string owner, string model, ProviderGates gates, GateStore store, ModelLibrary models, CancellationToken cancellationToken)
        => OpenAsync($"{owner}/{model}", gates, store, models, cancellationToken);

    private static Task<Results<Ok<GateResource>, ProblemHttpResult>> CloseModelAsync(
        string owner,
        string model,
        JsonBody<CloseGateRequest> body,
        ProviderGates gates,
        GateStore store,
        ModelLibrary models,
        CancellationToken cancellationToken)
        => CloseAsync($"{owner}/{model}", body, gates, store, models, cancellationToken);

    private static async Task<bool> IsGateAsync(
        string name, GateStore store, ModelLibrary models, CancellationToken cancellationToken)
        => name == ProviderGates.Provider
            || models.Ids.Any(id => ProviderGates.OfModel(id) == name)
            || (await store.ListAsync(cancellationToken)).Exists(gate => gate.Name == name);

    private static ProblemHttpResult NoSuchGate()
        => Problems.Of(
            StatusCodes.Status404NotFound, ProblemCodes.GateUnknown);
}
