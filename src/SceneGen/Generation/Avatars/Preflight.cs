using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;

namespace SceneGen.Generation.Avatars;

/// <summary>What came of looking at an avatar before its picture is bought.</summary>
internal abstract record Preflight
{
    private Preflight()
    {
    }

    /// <summary>It can be painted.</summary>
    public sealed record Passed(AvatarPicture Picture) : Preflight;

    /// <summary>No picture can be made of it.</summary>
    public sealed record Refused(AttemptFailure Failure) : Preflight;

    /// <summary>
    /// To be looked at again. Its host did not answer so many times in a row; or the provider does not take its bytes
    /// just now, and the picture is what was seen.
    /// </summary>
    public sealed record Postponed(TimeSpan Wait, int Misses = 0, AvatarPicture? Picture = null) : Preflight
    {
        /// <summary>What its bytes have to wait at.</summary>
        public TrafficStop? Stop { get; init; }
    }

    /// <summary>Not looked at: the provider was asked already, with what it was asked for.</summary>
    public sealed record Asked(GenerationIntent Intent) : Preflight;
}
