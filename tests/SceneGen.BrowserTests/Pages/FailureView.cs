using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>What happened, what became of the avatar, what to do.</summary>
public sealed class FailureView(IPage page, Words words)
{
    public ILocator Title => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public ILocator All => page.GetByRole(AriaRole.Main);

    public ILocator WhatNow => page.GetByText(words["now"]);

    public ILocator ChooseTheme => page.GetByRole(AriaRole.Button, new() { Name = words["themeAgain"] });

    public ILocator TryAgain => page.GetByRole(AriaRole.Button, new() { Name = words["tryAgain"], Exact = true });

    public ILocator Delete => page.GetByRole(AriaRole.Button, new() { Name = words["delete"], Exact = true });

    public ILocator NewAvatar => page.GetByRole(AriaRole.Link, new() { Name = words["newAvatar"] });
}
