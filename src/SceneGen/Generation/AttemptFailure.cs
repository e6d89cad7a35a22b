using SceneGen.Contracts;

namespace SceneGen.Generation;

/// <summary>Why an attempt brought no picture.</summary>
internal sealed record AttemptFailure(string Code, SceneFault Fault, bool Retryable, string? Detail = null);
