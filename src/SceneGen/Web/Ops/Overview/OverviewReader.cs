using SceneGen.Operations.Graph;
using SceneGen.Operations.Overview;
using SceneGen.Scenes;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Overview;

/// <summary>Puts the overview together, a few statements over indexes.</summary>
internal sealed class OverviewReader(
    SceneCounts scenes, StuckSceneFinder stuck, OutboxCounts outbox, OutsideReader outside, TimeProvider time)
{
    private static readonly SceneAges None = new(0, 0, 0, 0, 0);

    public static string NameOf(string status) => SceneStatus.ToState(status)!;

    public async Task<OverviewResource> ReadAsync(SlowCounts slow, CancellationToken cancellationToken)
    {
        var messages = await outbox.CountMessagesAsync(cancellationToken);
        var due = await outbox.CountDueTimersAsync(cancellationToken);
        return new OverviewResource
        {
            At = time.GetUtcNow(),
            States = await CountStatesAsync(slow.States, cancellationToken),
            Stuck = await stuck.FindAsync(cancellationToken),
            Gates = await outside.ListGatesAsync(cancellationToken),
            Provider = await outside.ReadProviderAsync(cancellationToken),
            Outbox = messages,
            Timers = new(Math.Max(due.Count, slow.OutboxRows - messages.Count), due.Count, due.OldestSeconds),
            Parked = slow.Parked,
            DeadLetters = await outside.CountDeadLettersAsync(cancellationToken),
            Rollbacks = await scenes.CountRollbacksAsync(cancellationToken),
            Cost = slow.Cost,
            Outputs = await outside.CountOutputsAsync(cancellationToken),
            Storage = slow.Storage,
        };
    }

    private async Task<IReadOnlyList<StateCount>> CountStatesAsync(
        IReadOnlyDictionary<string, long> all, CancellationToken cancellationToken)
    {
        const string Awaiting = nameof(SceneStateMachine.AwaitingTheme);
        var ages = await scenes.CountUnderWayAsync(cancellationToken);
        ages[Awaiting] = await scenes.CountAwaitingAsync(all.GetValueOrDefault(Awaiting), cancellationToken);
        return
        [
            .. SceneStatus.All.OrderBy(status => GraphLayout.RankOf(NameOf(status))).Select(status =>
            {
                var state = NameOf(status);
                var isUnderWay = state == nameof(SceneStateMachine.RollingBack) || SceneStatus.IsRunning(state);
                var age = isUnderWay ? ages.GetValueOrDefault(state, None) : null;
                return new StateCount(status, age?.Total ?? all.GetValueOrDefault(state), age);
            }),
        ];
    }
}
