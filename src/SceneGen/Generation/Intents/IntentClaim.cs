namespace SceneGen.Generation.Intents;

/// <summary>Whether an attempt's purchase may be made, and by whom.</summary>
internal sealed record IntentClaim(IntentClaim.Standing State, GenerationIntent Intent)
{
    /// <summary>The timestamp from before it was made.</summary>
    public long Begun { get; init; }

    internal enum Standing
    {
        /// <summary>Nobody has asked the provider yet; the holder of this claim shall.</summary>
        Unasked,

        /// <summary>The provider was asked and its answer was lost; the holder of this claim shall find out.</summary>
        Unanswered,

        /// <summary>Somebody else is asking at this moment.</summary>
        Leased,

        /// <summary>The prediction is known.</summary>
        Answered,

        /// <summary>The scene waits for this attempt's picture no more; nobody shall ask the provider.</summary>
        Unwanted,
    }
}
