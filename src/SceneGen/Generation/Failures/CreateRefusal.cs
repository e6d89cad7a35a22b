using SceneGen.Observability;
using SceneGen.Replicate;

namespace SceneGen.Generation.Failures;

/// <summary>What a creation means that surely made nothing.</summary>
internal abstract record CreateRefusal
{
    private const string LowCredit = "in credit";

    private CreateRefusal()
    {
    }

    /// <summary>The attempt is over: the avatar or the prompt is refused.</summary>
    public sealed record OfAttempt(AttemptFailure Failure) : CreateRefusal;

    /// <summary>
    /// The provider has to be asked more slowly. When it says that the account's low credit is why, the operator should
    /// know.
    /// </summary>
    public sealed record Throttled(bool CreditIsLow) : CreateRefusal;

    /// <summary>The provider was not reached.</summary>
    public sealed record Unreachable : CreateRefusal;

    /// <summary>No scene fails for it and none can go on until the operator has mended it.</summary>
    public sealed record OperatorGate : CreateRefusal;

    public static CreateRefusal Of(ReplicateException error, string avatarField)
    {
        var evidence = FailureEvidence.Of(error, avatarField);
        var rule = FailureTaxonomy.Find(evidence);
        return rule.Then switch
        {
            Remedy.Wait when evidence.Answer is null => new Unreachable(),
            Remedy.Wait => new Throttled(error.Detail.Contains(LowCredit, StringComparison.OrdinalIgnoreCase)),
            Remedy.Gate => new OperatorGate(),
            _ => new OfAttempt(new AttemptFailure(
                rule.Code, rule.Fault, Retryable: false, Redaction.Of($"{error.Message} {error.Detail}"))),
        };
    }
}
