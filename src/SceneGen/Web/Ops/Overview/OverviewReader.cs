using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Gates;
using SceneGen.Operations.DeadLetters.Broker;
using SceneGen.Operations.Graph;
using SceneGen.Operations.Overview;
using SceneGen.Scenes;
using SceneGen.Scenes.Outputs;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Ops.Overview;

/// <summary>Puts the overview together, a few statements over indexes.</summary>
internal sealed class OverviewReader(IServiceProvider services, SceneDbContext database, TimeProvider time)
{
    private const int MostNamed = 5;

    public static string NameOf(string status) => SceneStatus.ToState(status)!;

    public async Task<SlowCounts> CountSlowlyAsync(CancellationToken cancellationToken)
    {
        var outbox = services.GetRequiredService<OutboxCounts>();
        var files = await database.KeptFiles
            .Where(file => file.ReleasedAt == null)
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Bytes = all.Sum(file => file.Bytes ?? 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return new SlowCounts(
            await services.GetRequiredService<SceneCounts>().CountAsync(cancellationToken),
            await outbox.CountAllAsync(cancellationToken),
            await outbox.CountParkedAsync(cancellationToken),
            await services.GetRequiredService<CostCounter>().CountAsync(cancellationToken),
            new OverviewResource.StorageCounts(files?.Count ?? 0, files?.Bytes ?? 0));
    }

    public async Task<OverviewResource> ReadAsync(SlowCounts slow, CancellationToken cancellationToken)
    {
        var scenes = services.GetRequiredService<SceneCounts>();
        var outbox = services.GetRequiredService<OutboxCounts>();
        var outputs = services.GetRequiredService<UnstoredOutputs>();
        var messages = await outbox.CountMessagesAsync(cancellationToken);
        var due = await outbox.CountDueTimersAsync(cancellationToken);
        return new OverviewResource
        {
            At = time.GetUtcNow(),
            States = await CountStatesAsync(scenes, slow.States, cancellationToken),
            Stuck = await services.GetRequiredService<StuckSceneFinder>().FindAsync(cancellationToken),
            Gates = (await services.GetRequiredService<GateStore>().ListAsync(cancellationToken)).ConvertAll(GateResource.Closed),
            Provider = await services.GetRequiredService<ProviderReader>().ReadAsync(cancellationToken),
            Outbox = messages,
            Timers = new(Math.Max(due.Count, slow.OutboxRows - messages.Count), due.Count, due.OldestSeconds),
            Parked = slow.Parked,
            DeadLetters = await CountDeadLettersAsync(cancellationToken),
            Rollbacks = await scenes.CountRollbacksAsync(cancellationToken),
            Cost = slow.Cost,
            Outputs = new(
                await outputs.CountUrgentAsync(cancellationToken), await outputs.ListAsync(MostNamed, cancellationToken)),
            Storage = slow.Storage,
        };
    }

    private static async Task<IReadOnlyList<StateCount>> CountStatesAsync(
        SceneCounts scenes, IReadOnlyDictionary<string, long> all, CancellationToken cancellationToken)
    {
        var ages = await scenes.CountUnderWayAsync(cancellationToken);
        const string Awaiting = nameof(SceneStateMachine.AwaitingTheme);
        ages[Awaiting] = await scenes.CountAwaitingAsync(all.GetValueOrDefault(Awaiting), cancellationToken);
        return
        [
            .. SceneStatus.All.OrderBy(status => GraphLayout.RankOf(NameOf(status))).Select(status =>
            {
                var state = NameOf(status);
                var isUnderWay = state == nameof(SceneStateMachine.RollingBack) || SceneStatus.IsRunning(state);
                var age = isUnderWay ? ages.GetValueOrDefault(state) ?? new SceneAges(0, 0, 0, 0, 0) : null;
                return new StateCount(status, age?.Total ?? all.GetValueOrDefault(state), age);
            }),
        ];
    }

    private async Task<OverviewResource.DeadLetterCounts> CountDeadLettersAsync(CancellationToken cancellationToken)
    {
        var broker = services.GetRequiredService<BrokerDesk>();
        if (!broker.HasBroker)
        {
            return new("none", new Dictionary<string, long>(StringComparer.Ordinal));
        }

        try
        {
            return new("reachable", await broker.CountAsync(cancellationToken));
        }
        catch (BrokerUnavailableException)
        {
            return new("away", new Dictionary<string, long>(StringComparer.Ordinal));
        }
    }
}
