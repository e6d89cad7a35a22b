using SceneGen.Generation.Traffic;

namespace SceneGen.Generation.Intents;

/// <summary>What came of looking for the prediction of a paid call whose answer was lost.</summary>
internal abstract record LostPrediction
{
    private LostPrediction()
    {
    }

    /// <summary>The attempt has it now.</summary>
    public sealed record Found(GenerationIntent Intent) : LostPrediction;

    /// <summary>It was surely never made.</summary>
    public sealed record Absent : LostPrediction;

    /// <summary>To be looked for again.</summary>
    public sealed record Undecided(TimeSpan Wait, TrafficStop? Stop = null) : LostPrediction;
}
