using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;

namespace SceneGen.Generation;

/// <summary>What came of asking the provider for an attempt's picture.</summary>
internal abstract record Purchase
{
    private Purchase()
    {
    }

    /// <summary>What was seen of the avatar; null where it was not looked at.</summary>
    public AvatarPicture? Picture { get; init; }

    /// <summary>The provider works on it.</summary>
    public sealed record Begun(GenerationIntent Intent, int AttemptLimit, bool IsReported) : Purchase
    {
        /// <summary>US dollars.</summary>
        public decimal Price { get; init; }
    }

    /// <summary>This attempt brings no picture.</summary>
    public sealed record Refused(AttemptFailure Failure, int AttemptLimit) : Purchase;

    /// <summary>To be asked again later; no attempt is used up.</summary>
    public sealed record Postponed(TimeSpan Wait) : Purchase
    {
        /// <summary>How often in a row the avatar's host did not answer.</summary>
        public int AvatarMisses { get; init; }

        /// <summary>What it has to wait at; null where it waits for something else.</summary>
        public TrafficStop? Stop { get; init; }
    }

    /// <summary>The scene waits for it no more, and the provider was not asked.</summary>
    public sealed record Unwanted : Purchase;
}
