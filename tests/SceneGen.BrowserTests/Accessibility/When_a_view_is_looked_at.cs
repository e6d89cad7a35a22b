using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Accessibility;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_view_is_looked_at(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public async Task the_steps_to_the_picture_are_for_everybody(string locale)
    {
        var visitor = await ArriveAsync(options => options.Locale = locale);
        var (studio, language) = (visitor.Studio, locale[..2]);
        await Expect(studio.Avatar.Samples).Not.ToHaveCountAsync(0);
        await Inspection.OfAsync(visitor.Page, $"1-avatar-{language}");

        await studio.Avatar.ChooseAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await studio.Theme.ShowsItsPicturesAsync();
        await Inspection.OfAsync(visitor.Page, $"2-theme-{language}");

        await using (var painter = await run.HoldPainterAsync())
        {
            await studio.Theme.ChooseAsync();
            await Expect(studio.Scene.Progress).ToBeVisibleAsync();
            await Inspection.OfAsync(visitor.Page, $"3-wait-{language}");
        }

        await studio.Scene.ShowsThePictureAsync();
        await Inspection.OfAsync(visitor.Page, $"4-scene-{language}");

        await studio.Scene.Delete.ClickAsync();
        await Expect(studio.Dialog.Question).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, $"5-delete-{language}", 360);
    }

    [Fact]
    public async Task at_200_percent_the_whole_way_can_be_gone()
    {
        // A window of 1280 x 720, every letter twice as large.
        var visitor = await ArriveAsync(
            options => (options.ViewportSize, options.DeviceScaleFactor) = (new() { Width = 640, Height = 360 }, 2));
        var studio = visitor.Studio;

        await studio.OrderAsync(theme: 11);
        await studio.Scene.ShowsThePictureAsync();
        await studio.Scene.Delete.ClickAsync();
        await Expect(studio.Dialog.DeleteIt).ToBeInViewportAsync(new() { Ratio = 1 });
        await Expect(studio.Dialog.KeepIt).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Theory]
    [InlineData(Microsoft.Playwright.ColorScheme.Light, true)]
    [InlineData(Microsoft.Playwright.ColorScheme.Dark, false)]
    public async Task the_paper_is_as_dark_as_the_reader_wants_it(Microsoft.Playwright.ColorScheme scheme, bool isLight)
    {
        var visitor = await ArriveAsync(options => options.ColorScheme = scheme);

        var red = await visitor.Page.EvaluateAsync<int>(
            "() => Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor)[0])");

        Assert.Equal(isLight, red > 127);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public async Task a_failure_is_for_everybody(string locale)
    {
        var visitor = await ArriveAsync(options => options.Locale = locale);
        await visitor.Studio.OrderAsync("fail-always");
        await Expect(visitor.Studio.Failure.WhatNow).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, $"6-failure-{locale[..2]}");

        visitor.Complaints.Expect("404");
        await visitor.Studio.OpenAsync(Guid.NewGuid());
        await Expect(visitor.Studio.Trouble.NoSuchScene).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, $"7-no-scene-{locale[..2]}", 1280);
    }

    [Fact]
    public async Task what_a_visitor_has_broken_off_is_for_everybody()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.Cancel.ClickAsync();
        await Expect(studio.Failure.Title).ToHaveTextAsync(studio.Words["canceledTitle"]);
        var scene = studio.SceneId;
        await Inspection.OfAsync(visitor.Page, "13-canceled", 360);

        visitor.Complaints.Expect("410");
        await studio.Failure.Delete.ClickAsync();
        await studio.Dialog.DeleteIt.ClickAsync();
        await Expect(studio.Avatar.Heading).ToBeVisibleAsync();
        await studio.OpenAsync(scene);
        await Expect(studio.Trouble.Deleted).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "14-deleted", 360);
    }

    [Fact]
    public async Task a_picture_in_full_is_for_everybody()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();

        await studio.Scene.View.ClickAsync();

        await Expect(studio.Scene.Viewer).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "15-viewer", 360, 1280);
    }

    [Fact]
    public async Task a_lost_connection_is_for_everybody()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect("ERR_INTERNET_DISCONNECTED");
        await visitor.Studio.OrderAsync();
        await Expect(visitor.Studio.Scene.Progress).ToBeVisibleAsync();

        await visitor.SetOfflineAsync(true);

        await Expect(visitor.Studio.Trouble.Offline).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, "16-offline", 360);
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
