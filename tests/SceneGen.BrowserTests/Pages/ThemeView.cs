using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The second step: where should it be?</summary>
public sealed class ThemeView(IPage page, Words words)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = words["where"] });

    public ILocator Themes => page.GetByRole(AriaRole.Radio);

    public ILocator Make => page.GetByRole(AriaRole.Button, new() { Name = words["makeIt"] });

    public Task ShowsItsPicturesAsync()
        => page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('.themes img')].every(one => one.complete && one.naturalWidth > 0)");

    public async Task ChooseAsync(int number = 0)
    {
        await Themes.Nth(number).CheckAsync();
        await Make.ClickAsync();
    }
}
