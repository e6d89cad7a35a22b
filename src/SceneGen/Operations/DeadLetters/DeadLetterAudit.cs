using SceneGen.Observability;

namespace SceneGen.Operations.DeadLetters;

/// <summary>Says who had dead letters replayed or discarded, why, and what came of it.</summary>
internal sealed partial class DeadLetterAudit(ILogger<DeadLetterAudit> logger)
{
    public const string Replay = "deadLetters.replay";
    public const string Discard = "deadLetters.discard";

    public Task RecordAsync(string who, string action, string target, string reason, string outcome)
    {
        // Both are what somebody typed.
        Log.Done(logger, who, action, Redaction.Of(target), Redaction.Of(reason), outcome);
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Operator {Who}: {Action} of {Target}, because {Reason}. {Outcome}")]
        public static partial void Done(ILogger logger, string who, string action, string target, string reason, string outcome);
    }
}
