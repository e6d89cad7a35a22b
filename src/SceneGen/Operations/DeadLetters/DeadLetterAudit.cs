using SceneGen.Observability;

namespace SceneGen.Operations.DeadLetters;

/// <summary>Has dead letters replayed or discarded, and says who wanted it, why, and what came of it.</summary>
internal sealed partial class DeadLetterAudit(ILogger<DeadLetterAudit> logger)
{
    public const string Replay = "deadLetters.replay";
    public const string Discard = "deadLetters.discard";

    /// <summary>Also what was cut short is told: some of it may have been done.</summary>
    public async Task<DeadLetterReport> DoAsync(
        string who, string action, string target, string reason, Func<Task<DeadLetterReport>> work)
    {
        var outcome = "It was cut short.";
        try
        {
            var report = await work();
            outcome = $"Of {report.Matched} messages {report.Done} were dealt with, {report.Left} are left.";
            return report;
        }
        finally
        {
            // Target and reason are what somebody typed.
            Log.Done(logger, who, action, Redaction.Of(target), Redaction.Of(reason), outcome);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Operator {Who}: {Action} of {Target}, because {Reason}. {Outcome}")]
        public static partial void Done(ILogger logger, string who, string action, string target, string reason, string outcome);
    }
}
