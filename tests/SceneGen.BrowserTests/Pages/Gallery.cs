using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The scenes of whoever looks.</summary>
public sealed class Gallery(IPage page, Words words)
{
    public ILocator All => page.GetByRole(AriaRole.Region, new() { Name = words["yours"] });

    public ILocator Scenes => All.GetByRole(AriaRole.Link);

    public ILocator With(string chip) => Scenes.Filter(new() { HasText = words[chip] });
}
