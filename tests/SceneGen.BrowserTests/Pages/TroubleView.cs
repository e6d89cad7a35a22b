using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>Instead of a scene: why there is none to see.</summary>
public sealed class TroubleView(IPage page, Words words)
{
    public ILocator NoSuchScene => page.GetByRole(AriaRole.Heading, new() { Name = words["noSuchScene"] });

    public ILocator Deleted => page.GetByRole(AriaRole.Heading, new() { Name = words["isDeleted"] });

    public ILocator NoWayThrough => page.GetByRole(AriaRole.Heading, new() { Name = words["noWayThrough"] });

    public ILocator TryAgain => page.GetByRole(AriaRole.Button, new() { Name = words["tryAgain"] });

    /// <summary>Beside what is shown, while the page goes on trying by itself.</summary>
    public ILocator TryingAgain => Alert("tryingAgain");

    public ILocator Offline => page.GetByRole(AriaRole.Status).Filter(new() { HasText = words["offline"] });

    public ILocator NoAnswer => Alert("noAnswer");

    private ILocator Alert(string name) => page.GetByRole(AriaRole.Alert).Filter(new() { HasText = words[name] });
}
