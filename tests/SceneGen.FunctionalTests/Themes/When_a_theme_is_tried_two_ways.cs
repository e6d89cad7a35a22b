using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Themes;

public sealed class When_a_theme_is_tried_two_ways(LabelledThemes run) : IClassFixture<LabelledThemes>
{
    [Fact]
    public async Task a_session_keeps_its_way_and_both_are_counted()
    {
        var ways = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var session in Enumerable.Range(0, 6).Select(number => $"session-{number}").SelectMany(name => new[] { name, name }))
        {
            var created = await run.Scenes.PostAsync(
                "/api/scenes", new { avatarUrl = run.Avatars.Fox, theme = "garden", sessionId = session });
            var scene = created.Body.GetProperty("id").GetGuid();
            await run.Scenes.EndAsync(scene);
            var recipe = (await run.Scenes.GetAsync($"/api/ops/scenes/{scene}/recipe")).Body;
            var way = recipe.GetProperty("themeLabel").GetString()!;

            Assert.Contains($"Mood: {way}.", recipe.GetProperty("prompt").GetString(), StringComparison.Ordinal);
            Assert.Equal(way, ways.TryGetValue(session, out var before) ? before : way);
            ways[session] = way;
        }

        Assert.Equal(["dawn", "dusk"], ways.Values.Distinct().Order(StringComparer.Ordinal));
        var outcomes = (await run.Scenes.GetAsync("/api/ops/themes")).Body.GetProperty("outcomes");
        Assert.Equal(
            ways.CountBy(way => way.Value).OrderBy(way => way.Key, StringComparer.Ordinal).Select(way => (way.Key, way.Value * 2)),
            outcomes.EnumerateArray().Select(row => (
                row.GetProperty("label").GetString()!, row.GetProperty("scenes").GetProperty("ready").GetInt32())));
    }
}
