using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>One scene on a main application's page, in the language of that page.</summary>
public sealed class LoneScene(IPage page)
{
    private const string Show = """
        async ({ base, token, scene, lang }) => {
          await customElements.whenDefined('scene-status');
          document.documentElement.lang = lang;
          const status = document.createElement('scene-status');
          Object.entries({ base, token, scene }).forEach(([name, value]) => status.setAttribute(name, value));
          document.querySelector('main').replaceChildren(status);
        }
        """;

    private readonly ILocator _scene = page.Locator("scene-status");

    public ILocator Title => _scene.GetByRole(AriaRole.Heading);

    public ILocator Progress => _scene.GetByRole(AriaRole.Progressbar);

    public ILocator Button => _scene.GetByRole(AriaRole.Button);

    public ILocator Link => _scene.GetByRole(AriaRole.Link);

    public ILocator Picture => _scene.GetByRole(AriaRole.Img);

    public Task ShowAsync(string service, string token, Guid scene, string language)
        => page.EvaluateAsync(Show, new { @base = service, token, scene, lang = language });
}
