using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Pages;

/// <summary>The user's page: a view for each step, and the scenes so far below.</summary>
public sealed class Studio(IPage page, Words words)
{
    public Words Words => words;

    public AvatarView Avatar { get; } = new(page, words);

    public ThemeView Theme { get; } = new(page, words);

    public SceneView Scene { get; } = new(page, words);

    public FailureView Failure { get; } = new(page, words);

    public TroubleView Trouble { get; } = new(page, words);

    public DeleteDialog Dialog { get; } = new(page, words);

    public Gallery Gallery { get; } = new(page, words);

    /// <summary>What is said to those who do not see the page.</summary>
    public ILocator Announced(string name) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = words[name] });

    /// <summary>The answer to what the reader did, up to the first value in it.</summary>
    public ILocator Told(string name) => page.GetByRole(AriaRole.Status).Filter(new() { HasText = words.Start(name) });

    /// <summary>The scene that is shown, by the address of the page.</summary>
    public Guid SceneId => Guid.Parse(new Uri(page.Url).Segments[^1]);

    public Task OpenAsync(Guid scene)
        => page.GotoAsync($"{new Uri(page.Url).GetLeftPart(UriPartial.Authority)}/scenes/{scene}");

    /// <summary>From the first view to the wait for the picture.</summary>
    public async Task OrderAsync(string name = "", int theme = 0)
    {
        await Avatar.ChooseAsync(name: name);
        await Assertions.Expect(Theme.Heading).ToBeVisibleAsync();
        await Theme.ChooseAsync(theme);
        await Assertions.Expect(Theme.Heading).ToBeHiddenAsync();
    }
}
