using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http.Bodies;

/// <summary>Seconds a prediction took, from its start and from its creation.</summary>
internal sealed record PredictionMetrics(double? PredictTime, double TotalTime, int? ImageCount)
{
    public static PredictionMetrics? Of(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        return snapshot.EndedAt is { } ended
            ? new PredictionMetrics(
                (ended - snapshot.StartedAt)?.TotalSeconds,
                (ended - prediction.CreatedAt).TotalSeconds,
                snapshot.File is null ? null : 1)
            : null;
    }
}
