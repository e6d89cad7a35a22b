using SceneGen.Operations.Overview;

namespace SceneGen.Web.Ops.Overview;

/// <summary>What takes a while to count where there are millions of rows, and is not news every few seconds.</summary>
internal sealed record SlowCounts(
    IReadOnlyDictionary<string, long> States,
    int OutboxRows,
    int Parked,
    DailyCost Cost,
    OverviewResource.StorageCounts Storage);
