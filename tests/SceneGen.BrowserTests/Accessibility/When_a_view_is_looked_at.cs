using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Accessibility;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_view_is_looked_at(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_steps_to_the_picture_are_for_everybody()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await Expect(studio.Avatar.Samples).Not.ToHaveCountAsync(0);
        await Inspection.OfAsync(visitor.Page, "1-avatar");

        await studio.Avatar.ChooseAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "2-theme");

        await using (var painter = await run.HoldPainterAsync())
        {
            await studio.Theme.ChooseAsync();
            await Expect(studio.Scene.Progress).ToBeVisibleAsync();
            await Inspection.OfAsync(visitor.Page, "3-wait");
        }

        await studio.Scene.ShowsThePictureAsync();
        await Inspection.OfAsync(visitor.Page, "4-scene");

        await studio.Scene.Delete.ClickAsync();
        await Expect(studio.Dialog.Question).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "5-delete", 360);
    }

    [Fact]
    public async Task a_failure_is_for_everybody()
    {
        var visitor = await ArriveAsync();
        await visitor.Studio.OrderAsync("fail-always");
        await Expect(visitor.Studio.Failure.WhatNow).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "6-failure");

        visitor.Complaints.Expect("404");
        await visitor.Studio.OpenAsync(Guid.NewGuid());
        await Expect(visitor.Studio.Trouble.NoSuchScene).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "7-no-scene", 1280);
    }

    [Fact]
    public async Task German_words_fit_too()
    {
        var visitor = await ArriveAsync(options => options.Locale = "de-DE");
        await visitor.Studio.OrderAsync();
        await visitor.Studio.Scene.ShowsThePictureAsync();
        await Inspection.OfAsync(visitor.Page, "8-German", 360);
    }

    [Fact]
    public async Task who_wants_no_motion_sees_none()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync(options => options.ReducedMotion = Microsoft.Playwright.ReducedMotion.Reduce);
        await visitor.Studio.OrderAsync();
        await Expect(visitor.Studio.Scene.Progress).ToBeVisibleAsync();

        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
    }
}
