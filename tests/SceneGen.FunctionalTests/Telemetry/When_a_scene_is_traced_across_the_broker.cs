namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_a_scene_is_traced_across_the_broker(TracedInstance run) : IClassFixture<TracedInstance>
{
    [Fact]
    public async Task every_step_is_in_one_tree()
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
}
