using System.Diagnostics;
using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(FaultSituations.Name)]
public sealed class When_instances_are_killed_at_random(TwoInstances run, ITestOutputHelper output)
    : IAsyncLifetime
{
    private const int Scenes = 200;
    private const int Seed = 20261122;
    private const int Kills = 12;
    private readonly Random _random = new(Seed);
    private readonly List<string> _kills = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task every_promise_holds()
    {
        var clock = Stopwatch.StartNew();

        var killing = KillAsync(clock);
        var accepted = await AskForScenesAsync();
        var acceptedAfter = clock.Elapsed;
        await killing;
        await Task.WhenAll(run.Instances.Select(instance => instance.BecomesReadyAsync()));
        var figures = await InvariantCheck.HoldsAsync(run, accepted, patience: 240);

        output.WriteLine($"Seed {Seed}; {_kills.Count} kills: {string.Join(", ", _kills)}.");
        output.WriteLine($"Accepted after {acceptedAfter.TotalSeconds:F1} s, quiet after {clock.Elapsed.TotalSeconds:F1} s.");
        output.WriteLine(figures);
    }

    /// <summary>One after the other, by four callers at once: there is always something under way.</summary>
    private async Task<IReadOnlyCollection<Guid>> AskForScenesAsync()
    {
        var caller = new PersistentCaller(run);
        var callers = Enumerable.Range(0, 4).Select(async first =>
        {
            var scenes = new List<Guid>();
            for (var number = first; number < Scenes; number += 4)
            {
                scenes.Add(await caller.AcceptAsync(NameOf(number)));
            }

            return scenes;
        });
        return [.. (await Task.WhenAll(callers)).SelectMany(scenes => scenes)];
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

    /// <summary>Every 1 to 3 seconds one that works is killed, and started again at once.</summary>
    private async Task KillAsync(Stopwatch clock)
    {
        while (_kills.Count < Kills)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + (2 * _random.NextDouble())), Stop);
            var ready = await ReadyInstancesAsync();
            if (ready.Count > 0)
            {
                var victim = ready[_random.Next(ready.Count)];
                _kills.Add($"{victim.Name} at {clock.Elapsed.TotalSeconds:F1} s");
                await victim.KillAsync();
                victim.Begin();
            }
        }
    }

    private async Task<List<SceneGenProcess>> ReadyInstancesAsync()
    {
        var ready = new List<SceneGenProcess>();
        foreach (var instance in run.Instances)
        {
            if (await instance.IsReadyAsync(Stop))
            {
                ready.Add(instance);
            }
        }

        return ready;
    }
}
