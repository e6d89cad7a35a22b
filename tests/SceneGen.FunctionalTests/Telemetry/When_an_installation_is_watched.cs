namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_an_installation_is_watched(WatchedInstance run) : IClassFixture<WatchedInstance>
{
    [Fact]
    public async Task every_step_of_a_scene_is_in_one_tree_across_the_broker()
    {
        // Announced by the avatar service on the bus: the trace begins where it is taken in.
        await run.World.MakeAvatarAsync("traced", "Fox", "neon-city");
        var scene = await run.Scenes.OfSessionAsync("traced");
        await run.Scenes.EndAsync(scene);

        var trace = await SceneTrace.OfAsync(run.Collector, scene);

        Assert.Equal("avatar-generated receive", trace.Root.Name);
        Assert.Equal(["submitting", "generating", "storing", "ready"], trace.StatesOf(scene));
        Assert.True(trace.Count("check-generation receive") > 0);
        Assert.Single(trace.Spans, span => span.Name == "POST" && trace.IsUnder(span, "provider purchase"));
        Assert.Contains(trace.Spans, span => span.Name == "picture store" && trace.IsUnder(span, "check-generation receive"));
    }

    [Fact]
    public async Task its_backlog_and_its_dead_letters_are_told()
    {
        await run.Broker.PublishAsync("SceneGen.Contracts:ThemeSelected", "no JSON");
        await Eventually.IsTrueAsync(
            async () => (await run.Broker.PeekAsync("theme-selected_error")).Count == 1, "the message lies in its error queue");
        var taken = await run.Scenes.PostAsync(
            "/api/avatars", new { avatarId = Guid.NewGuid(), sessionId = "waits", avatarUrl = run.Avatar });
        Assert.Equal(202, taken.Status);

        string[] expected =
        [
            "scenegen_dead_letters{queue=\"theme-selected_error\"} 1",
            "scenegen_scenes{state=\"awaitingTheme\"} 1",
            "scenegen_timers 1",
            "npgsql_connections{state=\"used\"}",
        ];
        var metrics = "";
        await Eventually.IsFoundAsync(
            async () =>
            {
                metrics = (await run.Scenes.GetAsync("/metrics")).Text;
                return expected.All(line => metrics.Contains(line, StringComparison.Ordinal)) ? metrics : null;
            },
            () => $"{metrics} {run.Named("one").Output}",
            seconds: 90);
    }
}
