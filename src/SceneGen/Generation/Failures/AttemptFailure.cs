using SceneGen.Contracts;

namespace SceneGen.Generation.Failures;

/// <summary>Why an attempt brought no picture.</summary>
internal sealed record AttemptFailure(string Code, SceneFault Fault, bool Retryable, string? Detail = null)
{
    /// <summary>The attempt to go on with, the model's other ones passed over; null for the next one.</summary>
    public int? NextAttempt { get; init; }

    /// <summary>How long to wait before that one; null for the usual pause.</summary>
    public TimeSpan? Pause { get; init; }
}
