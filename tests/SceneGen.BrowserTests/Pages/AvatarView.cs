using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The first step: who is it about?</summary>
public sealed class AvatarView(IPage page, Words words)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Name = words["whoIsIt"] });

    public ILocator Samples => page.GetByRole(AriaRole.Radio);

    /// <summary>An avatar that came up by itself and has no theme yet.</summary>
    public ILocator Arrived => page.GetByRole(AriaRole.Button, new() { Name = words["chipWaiting"] });

    public ILocator Name => page.GetByLabel(words["name"]);

    public ILocator Continue => page.GetByRole(AriaRole.Button, new() { Name = words["continue"], Exact = true });

    public async Task ChooseAsync(string sample = "Juniper", string name = "")
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = sample }).CheckAsync();
        await Name.FillAsync(name);
        await Continue.ClickAsync();
    }
}
