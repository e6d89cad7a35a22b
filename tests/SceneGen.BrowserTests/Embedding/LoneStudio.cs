using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>The studio on a main application's page, beside a field that has nothing to do with it.</summary>
public sealed class LoneStudio(IPage page)
{
    private const string Show = """
        async ({ base, token, isNew }) => {
          await customElements.whenDefined('scene-studio');
          const studio = document.createElement('scene-studio');
          studio.setAttribute('base', base);
          studio.token = token;
          const label = Object.assign(document.createElement('label'), { textContent: 'Message' });
          label.append(document.createElement('input'));
          document.querySelector('main').replaceChildren(label, studio);
          if (isNew) {
            studio.startOver();
          }
        }
        """;

    private readonly ILocator _studio = page.Locator("scene-studio");

    public ILocator Message => page.GetByRole(AriaRole.Textbox, new() { Name = "Message" });

    public ILocator Waiting => Heading("Your avatar is on its way…");

    public ILocator Themes => Heading("Where should it be?");

    public ILocator Theme => _studio.GetByRole(AriaRole.Radio).First;

    public ILocator Make => _studio.GetByRole(AriaRole.Button, new() { Name = "Make my scene" });

    public ILocator Canceled => Heading("The scene was canceled");

    public ILocator Title => page.Locator("scene-status").GetByRole(AriaRole.Heading);

    public ILocator Picture => _studio.GetByRole(AriaRole.Img, new() { Name = "Your avatar in its scene" });

    /// <summary>New is one that waits for what comes, before it has seen what is there.</summary>
    public Task ShowAsync(string service, string token, bool isNew)
        => page.EvaluateAsync(Show, new { @base = service, token, isNew });

    public Task StartOverAsync() => _studio.EvaluateAsync("studio => studio.startOver()");

    public Task FocusAsync() => _studio.EvaluateAsync("studio => studio.focus()");

    private ILocator Heading(string name) => _studio.GetByRole(AriaRole.Heading, new() { Name = name });
}
