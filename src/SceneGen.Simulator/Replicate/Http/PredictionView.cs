using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Bodies;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>Predictions as the API and the webhooks show them.</summary>
internal sealed class PredictionView(
    FakeReplicate replicate, PredictionOutputs outputs, IOptions<SimulatorOptions> options)
{
    public object Show(FakePrediction prediction, HttpRequest request)
    {
        return Show(prediction, replicate.Look(prediction), options.Value.UrlBase(request));
    }

    /// <summary>To somebody who did not ask.</summary>
    public object Show(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        return Show(prediction, snapshot, UrlBase(prediction));
    }

    /// <summary>With its output, just before its end.</summary>
    public object ShowStillRunning(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        var ended = Body(prediction, snapshot, UrlBase(prediction));
        return ended with { Status = "processing", CompletedAt = null, Metrics = null };
    }

    private object Show(FakePrediction prediction, PredictionSnapshot snapshot, string urlBase)
    {
        var body = Body(prediction, snapshot, urlBase);
        return prediction.Fault?.Effect == FaultEffect.AbsentOutput ? WithoutOutput(body) : body;
    }

    private PredictionBody Body(FakePrediction prediction, PredictionSnapshot snapshot, string urlBase)
    {
        var removed = replicate.IsRemoved(snapshot);
        var output = removed ? null : outputs.Of(prediction, snapshot, urlBase);
        return PredictionBody.Of(prediction, snapshot, removed, urlBase) with { Output = output };
    }

    private string UrlBase(FakePrediction prediction)
    {
        return options.Value.PublicUrl?.TrimEnd('/') ?? prediction.Record.UrlBase ?? "";
    }

    private static JsonObject WithoutOutput(PredictionBody body)
    {
        var node = JsonSerializer.SerializeToNode(body, ReplicateJson.Options)!.AsObject();
        node.Remove("output");
        return node;
    }
}
