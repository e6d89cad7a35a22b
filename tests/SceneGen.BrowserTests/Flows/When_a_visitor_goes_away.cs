using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_a_visitor_goes_away(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
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
    public async Task every_view_is_there_again_after_a_reload()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await IsThereAgainAsync(visitor, studio.Avatar.Heading);
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        await IsThereAgainAsync(visitor, studio.Scene.Picture);

        await studio.Scene.Again.ClickAsync();
        await IsThereAgainAsync(visitor, studio.Theme.Heading);
        await using (var painter = await run.HoldPainterAsync())
        {
            await studio.Theme.ChooseAsync();
            await IsThereAgainAsync(visitor, studio.Scene.Progress);
            await studio.Scene.Cancel.ClickAsync();
            await IsThereAgainAsync(visitor, studio.Failure.WhatNow);
        }

        visitor.Complaints.Expect("404");
        await studio.OpenAsync(Guid.NewGuid());
        await IsThereAgainAsync(visitor, studio.Trouble.NoSuchScene);
    }

    [Fact]
    public async Task who_closed_the_browser_goes_on_where_they_were()
    {
        await using var painter = await run.HoldPainterAsync();
        var before = await ArriveAsync();
        await before.Studio.OrderAsync();
        await Expect(before.Studio.Scene.Progress).ToBeVisibleAsync();
        var (scene, session, state) = (before.Studio.SceneId, await before.SessionAsync(), await before.StateAsync());
        await before.CloseAsync();

        var after = await ArriveAsync(options => options.StorageState = state);

        await Expect(after.Studio.Gallery.Scenes).ToHaveCountAsync(1);
        Assert.Equal(session, await after.SessionAsync());
        await after.Studio.Gallery.Scenes.ClickAsync();
        await Expect(after.Studio.Scene.Progress).ToBeVisibleAsync();
        Assert.Equal(scene, after.Studio.SceneId);
        await painter.LetGoAsync();
        await after.Studio.Scene.ShowsThePictureAsync();
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

    private static async Task IsThereAgainAsync(Visitor visitor, ILocator sight)
    {
        await Expect(sight).ToBeVisibleAsync();
        await visitor.Page.ReloadAsync();
        await Expect(sight).ToBeVisibleAsync();
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_a_visitor_goes_away(run, chromium);

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_a_visitor_goes_away(run, chromium);
}
