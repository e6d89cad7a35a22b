using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>The simulated provider's books: not part of its API, open to whoever runs the simulator.</summary>
internal sealed class LedgerEndpoints(FakeReplicate replicate)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/predictions", ListPredictions).ExcludeFromDescription();
        routes.MapGet("/simulator/counts", GetCounts).ExcludeFromDescription();
        routes.MapGet("/simulator/faults", ListFaults).ExcludeFromDescription();
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

    private static IResult ListFaults()
    {
        return Results.Json(Faults.All, SimulatorJson.Options);
    }
}
