using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>The simulated provider's books: not part of its API, open to whoever runs the simulator.</summary>
internal sealed class LedgerEndpoints(FakeReplicate replicate, CallBook calls, WebhookCounts webhooks)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/predictions", ListPredictions).ExcludeFromDescription();
        routes.MapGet("/simulator/counts", GetCounts).ExcludeFromDescription();
        routes.MapGet("/simulator/ledger", ListCalls).ExcludeFromDescription();
        routes.MapGet("/simulator/ledger/summary", Summarize).ExcludeFromDescription();
    }

    private IResult ListPredictions()
    {
        var entries = replicate.All().Select(prediction => LedgerEntry.Of(prediction, replicate.Look(prediction)));
        return Results.Json(entries, SimulatorJson.Options);
    }

    private IResult GetCounts()
    {
        return Results.Json(replicate.Counts, SimulatorJson.Options);
    }

    private IResult ListCalls()
    {
        return Results.Json(calls.All(), SimulatorJson.Options);
    }

    private IResult Summarize()
    {
        var summary = LedgerSummary.Of(replicate.All(), replicate.Look, calls, webhooks);
        return Results.Json(summary, SimulatorJson.Options);
    }
}
