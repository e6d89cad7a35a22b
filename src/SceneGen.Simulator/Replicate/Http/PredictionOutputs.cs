using System.Text.Json.Nodes;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>A prediction's output in the shape of its model, or of its fault.</summary>
internal sealed class PredictionOutputs(SimulatorFolder folder)
{
    public JsonNode? Of(FakePrediction prediction, PredictionSnapshot snapshot, string urlBase)
    {
        if (snapshot.File is null)
        {
            return prediction.Fault?.Effect == FaultEffect.EmptyOutput && snapshot.Ended ? new JsonArray() : null;
        }

        var format = prediction.Order.Format;
        var url = $"{urlBase}/replicate/delivery/{prediction.DeliveryKey}/out.{format}";
        return prediction.Fault?.Effect switch
        {
            FaultEffect.StringOutput => JsonValue.Create(url),
            FaultEffect.ArrayOutput => new JsonArray(JsonValue.Create(url)),
            FaultEffect.DataUriOutput => Shape(prediction, DataUri(snapshot.File, format)),
            _ => Shape(prediction, url),
        };
    }

    private static JsonNode Shape(FakePrediction prediction, string output)
    {
        return prediction.Model.OutputIsArray ? new JsonArray(JsonValue.Create(output)) : JsonValue.Create(output);
    }

    private string DataUri(string file, string format)
    {
        var type = format == "jpg" ? "jpeg" : format;
        return $"data:image/{type};base64,{Convert.ToBase64String(File.ReadAllBytes(folder.Picture(file)))}";
    }
}
