using System.Text.Json;
using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(HostileProvider.Shared)]
public sealed class When_the_provider_is_hostile(HostileProvider run, ITestOutputHelper output)
{
    private const int Scenes = 500;
    private const int Kills = 10;

    [Fact]
    public async Task nothing_is_lost_nothing_is_paid_twice_and_the_budget_is_kept()
    {
        await run.World.SwitchOnAsync("create", "reset-after", 0.2);
        await run.World.SwitchOnAsync("create", "502", 0.1);
        await run.World.SwitchOnAsync("create", "429-header", 0.1);
        await run.World.SwitchOnAsync("webhook", "lost", 0.5);
        await run.World.SwitchOnAsync("webhook", "doubled", 0.1);
        var kills = new RandomKills(run, seed: 4711);

        var killing = kills.KillAsync(Kills, fewestSeconds: 3, mostSeconds: 6);
        var accepted = await new PersistentCaller(run).AcceptAsync(Scenes, callers: 8, number => $"fox {number}");
        var acceptedAfter = kills.Elapsed;
        await killing;
        var figures = await InvariantCheck.HoldsAsync(run, accepted, patience: 470);
        await run.World.SwitchFaultsOffAsync();

        var ledger = await run.World.LedgerAsync();
        output.WriteLine($"{kills}");
        output.WriteLine($"Accepted after {acceptedAfter.TotalSeconds:F1} s, quiet after {kills.Elapsed.TotalSeconds:F1} s.");
        output.WriteLine(figures);
        output.WriteLine(SummaryOf(ledger));
        Assert.Equal(0, ledger.GetProperty("duplicateWebhooks").GetProperty("extra").GetInt32());
        Assert.InRange(
            ledger.GetProperty("peakCreatesPerMinute").GetInt32(), 1, HostileProvider.CreatesPerMinute * 11 / 10);
    }

    private static string SummaryOf(JsonElement ledger)
        => string.Join("; ", ledger.EnumerateObject()
            .Where(entry => entry.Name is not "bills")
            .Select(entry => $"{entry.Name} {entry.Value.GetRawText()}"));
}
