using System.Diagnostics;
using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;
using SceneGen.FunctionalTests.Invariants;

namespace SceneGen.FunctionalTests.Faults;

[Collection(OneInstanceOnOwnServers.Shared)]
public sealed class When_the_database_fails(OneInstanceOnOwnServers run, ITestOutputHelper output)
    : IAsyncLifetime
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(12);
    private static readonly TimeSpan Cutting = TimeSpan.FromSeconds(10);

    public async ValueTask InitializeAsync() => await run.StartAllAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task at_once_the_answer_is_503_and_when_it_is_back_all_scenes_end()
    {
        var caller = new PersistentCaller(run);
        var scenes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => caller.AcceptAsync($"crash {number}")));

        var outage = Stopwatch.StartNew();
        await run.Servers.WithoutPostgresAsync(Outage, async () =>
        {
            var ready = await run.Scenes.GetAsync("/health/ready");
            await AnnounceAsync("announced-in-the-outage");
            var refused = await run.Scenes.PostAsync("/api/scenes", new { avatarUrl = run.Avatar, theme = "neon-city" });
            Assert.Equal((503, 503), (ready.Status, refused.Status));
            Assert.Contains("database", ready.Text, StringComparison.Ordinal);
            Assert.NotNull(refused.Message.Headers.RetryAfter);
            Assert.True(outage.Elapsed < Outage, "The answer has waited for the database.");
        });

        await run.Instances[0].BecomesReadyAsync();
        var announced = await run.Scenes.OfSessionAsync("announced-in-the-outage");
        output.WriteLine(await InvariantCheck.HoldsAsync(run, [.. scenes, announced]));
    }

    [Fact]
    public async Task by_ending_every_session_for_10_seconds_all_scenes_end()
    {
        var caller = new PersistentCaller(run);
        var accepting = Task.WhenAll(Enumerable.Range(0, 20).Select(number => caller.AcceptAsync($"cut {number}")));

        var ended = 0L;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Cutting;)
        {
            ended += await run.Database.CountAsync(
                """
                (SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()) AS ended
                """);
        }

        output.WriteLine($"{ended} sessions were ended.");
        output.WriteLine(await InvariantCheck.HoldsAsync(run, await accepting));
    }

    private Task AnnounceAsync(string session)
        => run.Broker.PublishAsync(
            "SceneGen.Contracts:AvatarGenerated",
            $$"""{"avatarId": "{{Guid.NewGuid()}}", "sessionId": "{{session}}", "avatarUrl": "{{run.Avatar}}", "theme": "neon-city"}""");
}
