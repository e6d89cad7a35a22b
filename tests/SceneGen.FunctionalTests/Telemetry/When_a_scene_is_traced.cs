using SceneGen.FunctionalTests.Drivers;

namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_a_scene_is_traced(TracedRun traced) : IClassFixture<TracedRun>
{
    [Fact]
    public async Task every_step_is_in_one_tree()
    {
        var scene = await traced.Run.Scenes.CreateAsync(traced.Run.Avatars.Fox, "neon-city");
        await traced.Run.Scenes.EndAsync(scene);
        await Task.Delay(3000, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join("\n", traced.Collector.Spans.GroupBy(s => s.TraceId).Select(g => g.Key + "\n" + string.Join("\n", Tree(g.ToList(), "", 1)))));
        Assert.Fail("look");
    }

    private static IEnumerable<string> Tree(List<Span> spans, string parent, int depth)
        => spans.Where(s => s.ParentId == parent || (depth == 1 && spans.All(o => o.Id != s.ParentId))).SelectMany(s => Tree(spans, s.Id, depth + 1).Prepend(new string(' ', depth * 2) + s.Name + "  " + string.Join(" ", s.Attributes.Select(a => $"{a.Key}={a.Value}"))));
}
