using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

[Collection(EmbeddedPage.Shared)]
public sealed class When_there_is_only_a_keyboard(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    private const int MostStops = 60;

    [Fact]
    public async Task the_whole_flow_can_be_gone_by_it()
    {
        var visitor = await ArriveAsync();
        var (page, studio) = (visitor.Page, visitor.Studio);
        await Expect(studio.Avatar.Samples.First).ToBeVisibleAsync();

        await GoToAsync(page, studio.Avatar.Samples.First);
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(studio.Avatar.Samples.Nth(1)).ToBeCheckedAsync();
        await GoToAsync(page, studio.Avatar.Continue);
        await page.Keyboard.PressAsync("Enter");

        await Expect(studio.Theme.Heading).ToBeFocusedAsync();
        await GoToAsync(page, studio.Theme.Themes.First);
        await page.Keyboard.PressAsync("Space");
        await GoToAsync(page, studio.Theme.Make);
        await page.Keyboard.PressAsync("Enter");

        await studio.Scene.ShowsThePictureAsync();
        await GoToAsync(page, studio.Scene.Delete);
        await page.Keyboard.PressAsync("Enter");
        await Expect(studio.Dialog.KeepIt).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(studio.Dialog.Question).ToBeHiddenAsync();
        await Expect(studio.Scene.Delete).ToBeFocusedAsync();
    }

    private static async Task GoToAsync(IPage page, ILocator control)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement"))
            {
                return;
            }
        }

        Assert.Fail($"The tabulator does not lead to {control}.");
    }
}
