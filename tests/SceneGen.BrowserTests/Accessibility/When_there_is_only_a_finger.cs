using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Accessibility;

[Collection(EmbeddedPage.Shared)]
public sealed class When_there_is_only_a_finger(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_whole_way_is_gone_by_taps()
    {
        var visitor = await ArriveAsync(options =>
        {
            (options.HasTouch, options.IsMobile) = (true, true);
            options.ViewportSize = new() { Width = 360, Height = 740 };
        });
        var studio = visitor.Studio;

        await studio.Avatar.Samples.First.TapAsync();
        await Expect(studio.Avatar.Samples.First).ToBeCheckedAsync();
        await studio.Avatar.Continue.TapAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await studio.Theme.Themes.Nth(1).TapAsync();
        await studio.Theme.Make.TapAsync();
        await studio.Scene.ShowsThePictureAsync();
        await studio.Scene.View.TapAsync();
        await Expect(studio.Scene.Viewer).ToBeVisibleAsync();
        await studio.Scene.Close.TapAsync();
        await Expect(studio.Scene.Viewer).ToBeHiddenAsync();
    }
}
