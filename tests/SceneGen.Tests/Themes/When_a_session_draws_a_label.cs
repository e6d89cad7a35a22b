using SceneGen.Themes;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Themes;

public sealed class When_a_session_draws_a_label
{
    private static readonly Theme Garden = new()
    {
        Id = "garden",
        Labels =
        [
            new ThemeLabel { Id = "dusk", Weight = 3 },
            new ThemeLabel { Id = "off", Weight = 0 },
            new ThemeLabel { Id = "dawn", Weight = 1 },
        ],
    };

    [Fact]
    public void it_always_draws_the_same()
        => Assert.All(
            Enumerable.Range(0, 100).Select(session => $"session-{session}"),
            session => Assert.Same(Garden.LabelFor(session), Garden.LabelFor(session)));

    [Fact]
    public void the_weights_are_kept()
    {
        var drawn = Enumerable.Range(0, 4000).Select(session => Garden.LabelFor($"session-{session}")!.Id)
            .CountBy(label => label)
            .ToDictionary();

        Assert.Equal(["dawn", "dusk"], drawn.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(drawn["dusk"], 2850, 3150);
    }

    [Fact]
    public void another_theme_draws_for_itself()
    {
        var park = Garden with { Id = "park" };

        Assert.Contains(
            Enumerable.Range(0, 100).Select(session => $"session-{session}"),
            session => park.LabelFor(session)!.Id != Garden.LabelFor(session)!.Id);
    }

    [Fact]
    public void where_there_is_none_it_draws_none()
    {
        Assert.Null((Garden with { Labels = [] }).LabelFor("session-1"));
        Assert.Null((Garden with { Labels = [new ThemeLabel { Id = "off", Weight = 0 }] }).LabelFor("session-1"));
    }
}
