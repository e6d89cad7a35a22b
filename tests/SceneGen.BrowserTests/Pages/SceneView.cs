using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The wait, and then the scene.</summary>
public sealed class SceneView(IPage page, Words words)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator Progress => page.GetByRole(AriaRole.Progressbar);

    public ILocator Cancel => Button("cancel");

    /// <summary>Shown as soon as it has come in as a whole.</summary>
    public ILocator Picture => page.GetByRole(AriaRole.Img, new() { Name = words.Start("pictureAlt") });

    public ILocator Download => page.GetByRole(AriaRole.Link, new() { Name = words["download"] });

    public ILocator FullSize => page.GetByRole(AriaRole.Link, new() { Name = words["fullSize"] });

    public ILocator Seed => Button("seed");

    public ILocator Share => Button("share");

    public ILocator Notify => Button("notify");

    public ILocator Again => Button("again");

    public ILocator Another => page.GetByRole(AriaRole.Link, new() { Name = words["another"] });

    public ILocator Delete => Button("delete");

    public ILocator View => Button("view");

    public ILocator Viewer => page.GetByRole(AriaRole.Dialog, new() { Name = words["view"] });

    public ILocator Close => Button("close");

    public async Task ShowsThePictureAsync()
    {
        await Assertions.Expect(Picture).ToBeVisibleAsync();
        await Assertions.Expect(Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
        await Assertions.Expect(Picture).ToHaveJSPropertyAsync("naturalHeight", 1080);
    }

    private ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = words[name], Exact = true });
}
