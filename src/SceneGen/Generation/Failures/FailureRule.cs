using SceneGen.Contracts;
using SceneGen.Generation.Gates;

namespace SceneGen.Generation.Failures;

/// <summary>
/// One line of <see cref="FailureTaxonomy"/>: what a failure is known by, how often the same model is tried again, and
/// what is done when it may be no more.
/// </summary>
internal sealed record FailureRule(FailureSign Sign, string Code, SceneFault Fault, int Retries, Remedy Then)
{
    /// <summary>All the attempts that <c>Scenes:AttemptsPerModel</c> allows.</summary>
    public const int AllOfModel = int.MaxValue;

    /// <summary>How long the provider needs before it is asked again; null for the usual pause.</summary>
    public TimeSpan? Pause { get; init; }

    /// <summary>One of <see cref="GateReasons"/>: why nobody can go on; null where only this scene is concerned.</summary>
    public string? Gate { get; init; }

    /// <summary>Whether it matters how often this has happened.</summary>
    public bool IsCounted => Retries is > 0 and < AllOfModel;

    /// <summary>What is done when the model has failed so this many times, this time included.</summary>
    public Remedy After(int times, bool isModelsLast)
        => times <= Retries && !isModelsLast ? Remedy.TryAgain : Then;
}
