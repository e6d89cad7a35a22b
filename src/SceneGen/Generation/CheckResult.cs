using SceneGen.Generation.Failures;
using SceneGen.Generation.Intents;

namespace SceneGen.Generation;

/// <summary>How an attempt's prediction stands.</summary>
internal abstract record CheckResult
{
    private CheckResult()
    {
    }

    /// <summary>As the metrics name it.</summary>
    public string Word => this switch
    {
        Running { WasAsked: false } => "postponed",
        Running => "running",
        Succeeded => "succeeded",
        Failed => "failed",
        _ => "superseded",
    };

    /// <summary>Another check does this one's work.</summary>
    public sealed record Superseded : CheckResult;

    /// <summary>To be looked at again after check number <paramref name="Check"/>, if the provider asks for it not before <paramref name="Wait"/>.</summary>
    public sealed record Running(int Check, TimeSpan? Wait) : CheckResult
    {
        /// <summary>False when the provider was not asked, for the budget's or a gate's sake.</summary>
        public bool WasAsked { get; init; } = true;

        /// <summary>The provider has said so: it was neither silent nor is there something to be settled first.</summary>
        public bool IsPainting { get; init; }
    }

    public sealed record Succeeded(string OutputUrl, decimal Cost = 0, DateTimeOffset? CompletedAt = null) : CheckResult
    {
        /// <summary>By the provider's clock; null where it does not say.</summary>
        public TimeSpan? PaintedFor { get; init; }

        /// <summary>What was asked for.</summary>
        public GenerationIntent? Intent { get; init; }
    }

    public sealed record Failed(AttemptFailure Failure, decimal Cost = 0) : CheckResult;
}
