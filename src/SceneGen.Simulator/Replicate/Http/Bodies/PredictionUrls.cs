using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http.Bodies;

/// <summary>Where a prediction can be read, canceled and looked at.</summary>
internal sealed record PredictionUrls(string Get, string Cancel, string Web)
{
    public static PredictionUrls Of(FakePrediction prediction, string urlBase)
    {
        var self = $"{urlBase}/replicate/v1/predictions/{prediction.Id}";
        return new PredictionUrls(self, $"{self}/cancel", $"{urlBase}/simulator/predictions");
    }
}
