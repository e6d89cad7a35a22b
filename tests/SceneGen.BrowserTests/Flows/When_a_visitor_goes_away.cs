using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_visitor_goes_away(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task a_reload_in_the_middle_goes_on_where_it_was()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.Avatar.ChooseAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();

        await visitor.Page.ReloadAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await studio.Theme.ChooseAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();
        var scene = studio.SceneId;

        await visitor.Page.ReloadAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();
        Assert.Equal(scene, studio.SceneId);
        await painter.LetGoAsync();
        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task who_comes_back_finds_the_scene_among_their_own()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        await visitor.LeaveAsync();
        await painter.LetGoAsync();
        await visitor.GoHomeAsync();

        await studio.Gallery.Scenes.ClickAsync();
        await studio.Scene.ShowsThePictureAsync();
    }

    [Fact]
    public async Task back_and_forward_lead_through_the_views()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        await studio.Scene.Another.ClickAsync();
        await Expect(studio.Avatar.Heading).ToBeVisibleAsync();

        await visitor.Page.GoBackAsync();
        await studio.Scene.ShowsThePictureAsync();

        await visitor.Page.GoForwardAsync();
        await Expect(studio.Avatar.Heading).ToBeVisibleAsync();
    }
}
