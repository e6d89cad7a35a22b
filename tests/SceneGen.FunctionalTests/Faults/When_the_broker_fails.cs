using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(OneInstanceOnOwnServers.Shared)]
public sealed class When_the_broker_fails(OneInstanceOnOwnServers run, ITestOutputHelper output)
    : IAsyncLifetime
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(20);

    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task and_is_away_for_20_seconds_scenes_are_accepted_all_the_same_and_end()
    {
        var before = await AcceptAsync(10, "before the outage");

        IReadOnlyCollection<Guid> meanwhile = [];
        await run.Servers.WithoutBrokerAsync(Outage, async () =>
        {
            Assert.Contains("broker", await IsNotReadyAsync(), StringComparison.Ordinal);
            meanwhile = await AcceptAsync(5, "in the outage");
            await run.Instances[0].KillAsync();
            run.Instances[0].Begin();
            await IsNotReadyAsync();
            meanwhile = [.. meanwhile, .. await AcceptAsync(5, "started without a broker")];
        });

        await run.Instances[0].BecomesReadyAsync();
        await HoldsAsync([.. before, .. meanwhile]);
    }

    [Fact]
    public async Task by_closing_every_connection_again_and_again_all_scenes_end()
    {
        var accepting = AcceptAsync(20, "cut off");
        for (var closed = 0; closed < 5;)
        {
            closed += await run.Broker.CloseConnectionsAsync();
        }

        await HoldsAsync(await accepting);
    }

    [Fact]
    public async Task in_the_middle_of_a_batch_and_the_service_is_killed_what_was_sent_twice_counts_once()
    {
        await run.Servers.FreezeBrokerAsync();
        var scenes = await AcceptAsync(20, "frozen");
        await run.Instances[0].KillAsync();
        await run.Servers.ThawBrokerAsync();
        await run.Instances[0].StartAsync();

        await using (var roadblock = await Roadblock.BeforeAsync(
            run.Database, "DELETE", "outbox", """OLD."Destination" LIKE '%generate-scene%'"""))
        {
            await run.Database.EndLeasesAsync();
            await roadblock.WhoWaitsAsync();
            await run.Instances[0].KillAsync();
            await roadblock.BreakOffAsync();
        }

        await run.Instances[0].StartAsync();
        await run.Database.EndLeasesAsync();
        await HoldsAsync(scenes);
    }

    [Fact]
    public async Task because_its_queues_were_purged_by_mistake_all_scenes_end()
    {
        IReadOnlyCollection<Guid> scenes;
        await using (var roadblock = await Roadblock.BeforeAsync(run.Database, "INSERT", "generation_intents"))
        {
            scenes = await AcceptAsync(20, "purged");
            await Eventually.IsTrueAsync(
                async () => (await run.Broker.BacklogAsync()).GetValueOrDefault("generate-scene") >= scenes.Count,
                "every command lies in its queue");
            await run.Broker.PurgeAsync("generate-scene");
            await roadblock.LiftAsync();
        }

        await HoldsAsync(scenes);
    }

    private async Task<string> IsNotReadyAsync()
    {
        Answer? answer = null;
        return await Eventually.IsFoundAsync(
            async () => (answer = await AskAsync())?.Status == 503 ? answer.Text : null,
            () => $"the service says that it is not ready. It says {answer?.Text}");

        async Task<Answer?> AskAsync()
        {
            try
            {
                return await run.Scenes.GetAsync("/health/ready");
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    private async Task<IReadOnlyCollection<Guid>> AcceptAsync(int count, string name)
        => await Task.WhenAll(Enumerable.Range(0, count)
            .Select(number => run.Scenes.CreateAsync(run.Avatar, "neon-city", $"{name} {number}")));

    private async Task HoldsAsync(IReadOnlyCollection<Guid> scenes)
        => output.WriteLine(await InvariantCheck.HoldsAsync(run, scenes));
}
