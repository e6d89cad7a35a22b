using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(TwoInstances.Shared)]
public sealed class When_instances_are_killed_at_random(TwoInstances run, ITestOutputHelper output)
    : IAsyncLifetime
{
    private const int Scenes = 200;
    private const int Kills = 12;

    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task every_promise_holds()
    {
        var kills = new RandomKills(run, seed: 20261122);

        var killing = kills.KillAsync(Kills, fewestSeconds: 1, mostSeconds: 3);
        var accepted = await new PersistentCaller(run).AcceptAsync(Scenes, callers: 4, NameOf);
        var acceptedAfter = kills.Elapsed;
        await killing;
        var figures = await InvariantCheck.HoldsAsync(run, accepted, patience: 240);

        output.WriteLine($"{kills}");
        output.WriteLine($"Accepted after {acceptedAfter.TotalSeconds:F1} s, quiet after {kills.Elapsed.TotalSeconds:F1} s.");
        output.WriteLine(figures);
    }

    /// <summary>Some fail for good and are rolled back, some once; of some the provider's answer is lost.</summary>
    private static string NameOf(int number) => (number % 10) switch
    {
        3 => $"fail-avatar {number}",
        5 => $"fail-once {number}",
        7 => $"http-502-after {number}",
        9 => $"fail-always {number}",
        _ => $"fox {number}",
    };
}
