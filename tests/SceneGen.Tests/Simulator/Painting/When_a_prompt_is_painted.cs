using SceneGen.Contracts;
using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Painting.Backdrops;
using SceneGen.Tests.Themes;
using SceneGen.Themes.Previews;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Simulator.Painting;

/// <summary>The simulator knows a theme by its words alone, as a model does.</summary>
public sealed class When_a_prompt_is_painted
{
    public static TheoryData<string> Ids => [.. ShippedThemes.Read().All.Select(theme => theme.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void each_theme_has_the_backdrop_of_its_name(string id)
    {
        foreach (var kind in Enum.GetValues<AvatarKind>())
        {
            var place = BackdropChoice.For(PromptOf(id, kind)).GetType().Name;

            Assert.Equal(id.Replace("-", "", StringComparison.Ordinal), place.ToLowerInvariant());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void the_figure_stands_where_the_theme_places_it(string id)
    {
        foreach (var kind in Enum.GetValues<AvatarKind>())
        {
            var box = Staging.Of(ShippedThemes.Find(id), kind, label: null).Box;

            var standing = Standing.In(PromptOf(id, kind), groundLine: 0);

            Assert.Equal(box.Left + (box.Width / 2), standing.Center / SvgCanvas.Width, 0.006);
            Assert.Equal(box.Top + box.Height, standing.Ground / SvgCanvas.Height, 0.006);
            Assert.Equal(box.Height, standing.Height / SvgCanvas.Height, 0.006);
            Assert.Equal(box.Width, standing.Width / SvgCanvas.Width, 0.006);
        }
    }

    [Fact]
    public void a_prompt_that_says_nothing_of_it_has_hills_and_the_middle()
    {
        Assert.Equal("SunnyHills", BackdropChoice.For("A portrait.").GetType().Name);
        Assert.Equal(
            new Standing(0.5 * SvgCanvas.Width, 900, 0.62 * SvgCanvas.Height, 0.62 * SvgCanvas.Width),
            Standing.In("A portrait.", groundLine: 900));
    }

    private static string PromptOf(string theme, AvatarKind kind)
        => ThemePreview.Of(
            ShippedThemes.Find(theme), new AvatarDescription { Kind = kind }, ShippedThemes.Models.InOrder[0], seed: 1).Prompt;
}
