using SceneGen.Generation.Intents;

namespace SceneGen.Generation;

/// <summary>What came of asking the provider for an attempt's picture.</summary>
internal abstract record Purchase
{
    private Purchase()
    {
    }

    /// <summary>The provider works on it.</summary>
    public sealed record Begun(GenerationIntent Intent, int AttemptLimit, bool IsReported) : Purchase;

    /// <summary>This attempt brings no picture.</summary>
    public sealed record Refused(AttemptFailure Failure, int AttemptLimit) : Purchase;

    /// <summary>To be asked again later; no attempt is used up.</summary>
    public sealed record Postponed(TimeSpan Wait) : Purchase;
}
