using System.Diagnostics;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(TwoInstances.Shared)]
public sealed class When_an_instance_is_told_to_stop(TwoInstances run) : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task it_hands_back_what_it_has_in_hand_in_time_and_the_other_goes_on()
    {
        var scenes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(number => run.Scenes.CreateAsync(run.Avatar, "neon-city", $"told to stop {number}")));
        await run.Scenes.ReachAsync(scenes[0], "generating");
        var clock = Stopwatch.StartNew();

        var code = await run.Instances[0].TerminateAsync();

        Assert.Equal(0, code);
        Assert.True(clock.Elapsed < Longest, $"It took {clock.Elapsed}.");
        var other = new SceneClient(run.Instances[1].Http);
        foreach (var scene in scenes)
        {
            Assert.Equal("ready", (await other.EndAsync(scene)).GetProperty("status").GetString());
        }

        await run.StartAllAsync();
        await InvariantCheck.HoldsAsync(run, scenes);
    }
}
