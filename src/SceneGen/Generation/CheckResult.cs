using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;

namespace SceneGen.Generation;

/// <summary>How an attempt's prediction stands.</summary>
internal abstract record CheckResult
{
    private CheckResult()
    {
    }

    /// <summary>Another check does this one's work.</summary>
    public sealed record Superseded : CheckResult;

    /// <summary>To be looked at again after check number <paramref name="Check"/>, if the provider asks for it not before <paramref name="Wait"/>.</summary>
    public sealed record Running(int Check, TimeSpan? Wait) : CheckResult;

    public sealed record Succeeded(string OutputUrl, decimal Cost = 0, DateTimeOffset? CompletedAt = null) : CheckResult
    {
        /// <summary>What was asked for.</summary>
        public GenerationIntent? Intent { get; init; }
    }

    public sealed record Failed(AttemptFailure Failure, decimal Cost = 0) : CheckResult;
}
