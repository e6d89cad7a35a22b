using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>What a browser without scripts shows. Inside noscript nothing is found by role or text, so this names elements.</summary>
public sealed class PlainPage(IPage page)
{
    public ILocator Notice => page.Locator("noscript p.notice");

    public ILocator Heading => page.Locator("noscript h1");

    /// <summary>The scene itself, once more: it leads to no other folder.</summary>
    public ILocator LookAgain => page.Locator("noscript .read .actions a:not([href^='..'])");

    public ILocator Scenes => page.Locator("noscript .gallery a");

    public ILocator Face => Scenes.Locator("img");

    public ILocator Picture => page.Locator("noscript .read img");
}
