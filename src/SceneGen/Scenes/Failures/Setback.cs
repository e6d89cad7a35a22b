using SceneGen.Contracts;

namespace SceneGen.Scenes.Failures;

/// <summary>How an attempt failed, and what follows from it.</summary>
internal sealed record Setback(string Code, SceneFault Fault, bool Retryable, string? Detail)
{
    /// <summary>The attempt to go on with; null for the next one.</summary>
    public int? NextAttempt { get; init; }

    /// <summary>How long to wait before it; null for the usual pause.</summary>
    public TimeSpan? Pause { get; init; }
}
