using SceneGen.Assets;
using SceneGen.Generation.Gates;
using SceneGen.Observability.Readings;
using SceneGen.Scenes;

namespace SceneGen.Operations.Alerts;

/// <summary>Which alerts there are, at one look: the critical rules of Prometheus for whoever has none.</summary>
internal sealed partial class CriticalAlerts(IAssetStore store, TimeProvider time, ILogger<CriticalAlerts> logger)
{
    private static readonly TimeSpan NoMove = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LateTimer = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LateMessage = TimeSpan.FromMinutes(3);

    private static readonly string[] UnderWay =
        [nameof(SceneStateMachine.Submitting), nameof(SceneStateMachine.Generating), nameof(SceneStateMachine.Storing)];

    public async Task<IReadOnlyList<Alert>> FindAsync(Figures figures, CancellationToken cancellationToken)
        => [.. In(figures), .. await InStoreAsync(cancellationToken)];

    private IEnumerable<Alert> In(Figures figures)
    {
        if (figures.ClosedGates.Values.FirstOrDefault(GateReasons.ConcernsAll) is { } reason)
        {
            yield return new Alert(
                "ProviderRefusesAccount",
                $"Replicate refuses the account ({reason}); every scene waits, and fails at its deadline.");
        }

        if (figures.ClosedGates.Count == 0 && AgeOf(OldestUnderWay(figures)) > NoMove)
        {
            yield return new Alert("NoProgress", "Scenes are under way, and one has not moved for half an hour.");
        }

        if (figures.OutputsExpiring > 0)
        {
            yield return new Alert(
                "OutputAboutToExpire",
                $"{figures.OutputsExpiring} painted and paid pictures are not stored, and the provider removes them within 15 minutes.");
        }

        if (figures.RollbackCases > 0)
        {
            yield return new Alert(
                "RollbackGivenUp",
                $"{figures.RollbackCases} rollbacks were asked for in vain for days; an operator has to see to them.");
        }

        if (AgeOf(figures.OldestTimer) is var timer && timer > LateTimer)
        {
            yield return new Alert(
                "TimersLate", $"A timer is {timer.TotalSeconds:0} s late; polls, retries and deadlines wait with it.");
        }

        if (AgeOf(figures.OldestMessage) is var message && message > LateMessage)
        {
            yield return new Alert(
                "OutboxGrows", $"A message has waited {message.TotalSeconds:0} s in the outbox and is not delivered, or, without a broker, not consumed.");
        }

        if (figures.Parked + figures.DeadLetters.Values.Sum() is > 0 and var letters)
        {
            yield return new Alert(
                "DeadLetters", $"{letters} messages could not be consumed or delivered and wait for an operator.");
        }
    }

    private async Task<IEnumerable<Alert>> InStoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.TryOutAsync(cancellationToken);
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NoStore(logger, error);
            return [new Alert("StorageFails", "Pictures cannot be kept.")];
        }
    }

    private static DateTimeOffset? OldestUnderWay(Figures figures)
        => figures.Scenes.Where(state => UnderWay.Contains(state.Key)).Select(state => (DateTimeOffset?)state.Value.Oldest).Min();

    private TimeSpan AgeOf(DateTimeOffset? since) => since is { } at ? time.GetUtcNow() - at : TimeSpan.Zero;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The store was tried out in vain; pictures cannot be kept.")]
        public static partial void NoStore(ILogger logger, Exception error);
    }
}
