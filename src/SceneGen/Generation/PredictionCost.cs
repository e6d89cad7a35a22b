using SceneGen.Replicate.Models;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation;

/// <summary>What the provider bills for a prediction, in US dollars.</summary>
internal static class PredictionCost
{
    public static decimal Of(Prediction prediction, ModelProfile model) => prediction.Status switch
    {
        "succeeded" => model.Price * (prediction.ImageCount ?? PicturesIn(prediction, model)),

        // Canceled while it ran: the time it used is billed.
        "canceled" when prediction.StartedAt is not null => model.Price,
        _ => 0,
    };

    private static int PicturesIn(Prediction prediction, ModelProfile model)
        => model.Output is OutputShape.List ? Math.Max(1, prediction.OutputUrls.Count) : 1;
}
