using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

public sealed class DeleteDialog(IPage page, Words words)
{
    public ILocator Question => page.GetByRole(AriaRole.Dialog, new() { Name = words["askDelete"] });

    public ILocator DeleteIt => page.GetByRole(AriaRole.Button, new() { Name = words["deleteIt"], Exact = true });

    public ILocator KeepIt => page.GetByRole(AriaRole.Button, new() { Name = words["keepIt"], Exact = true });
}
