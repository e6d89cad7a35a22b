using SceneGen.Generation.Traffic;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Polling;

/// <summary>What came of looking at a prediction: how it stands, or how long to wait before looking again.</summary>
internal readonly record struct Look(Prediction? Prediction, TimeSpan Wait)
{
    /// <summary>What keeps the provider from being asked; null where nothing does.</summary>
    public TrafficStop? Stop { get; init; }

    public static Look At(Prediction prediction) => new(prediction, TimeSpan.Zero);

    public static Look Later(TimeSpan wait, TrafficStop? stop = null) => new(Prediction: null, wait) { Stop = stop };
}
