namespace SceneGen.Generation.Failures;

/// <summary>What is done about a failure.</summary>
internal enum Remedy
{
    /// <summary>The attempt is over; another by the same model may do better.</summary>
    TryAgain,

    /// <summary>The model's other attempts are passed over; the next model has its turn.</summary>
    NextModel,

    /// <summary>The scene fails.</summary>
    GiveUp,

    /// <summary>The scene fails, once it is known whether the avatar or the theme is to blame.</summary>
    Settle,

    /// <summary>The same is asked later; no attempt is used up.</summary>
    Wait,

    /// <summary>It is asked again when the operator has mended something; no attempt is used up.</summary>
    Gate,
}
