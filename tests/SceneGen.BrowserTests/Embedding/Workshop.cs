using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>The sample page of a main application, around the studio.</summary>
public sealed class Workshop(IPage page)
{
    public ILocator MakeAvatar => page.GetByRole(AriaRole.Button, new() { Name = "Make my avatar" });

    public ILocator Next => page.GetByRole(AriaRole.Button, new() { Name = "Make another avatar" });

    public ILocator Waiting => page.GetByRole(AriaRole.Heading, new() { Name = "Your avatar is on its way…" });

    public ILocator Picture => page.GetByRole(AriaRole.Img, new() { Name = "Your avatar in its scene" });

    public async Task ShowsThePictureAsync()
    {
        await Assertions.Expect(Picture).ToBeVisibleAsync();
        await Assertions.Expect(Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
    }

    /// <summary>As when the back end's token has had its time.</summary>
    public Task SpoilTokenAsync()
        => page.EvaluateAsync("() => { document.querySelector('scene-studio').token = 'over'; }");

    public Task<string> TokenAsync() => page.EvaluateAsync<string>("() => document.querySelector('scene-studio').token");
}
