using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Operators;

/// <summary>What operators see, once they have shown a key.</summary>
public sealed class OperatorPage(IPage page)
{
    public ILocator SignInHeading => page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" });

    public ILocator Overview => page.GetByRole(AriaRole.Heading, new() { Name = "Overview", Level = 1 });

    public ILocator Gates => page.GetByRole(AriaRole.Heading, new() { Name = "Gates", Level = 1 });

    /// <summary>Said once a view shows what there is.</summary>
    public ILocator Freshness => page.GetByText("As of");

    public ILocator Reconcile => page.GetByRole(AriaRole.Button, new() { Name = "Reconcile now…" });

    public ILocator Order => page.GetByRole(AriaRole.Dialog);

    public ILocator SignOut => page.GetByRole(AriaRole.Button, new() { Name = "Sign out" });

    /// <summary>Why the sign-in is shown.</summary>
    public ILocator Why => page.GetByRole(AriaRole.Status);

    public ILocator Fault => page.GetByRole(AriaRole.Alert);

    public async Task OpenAsync(string url, string view)
    {
        await page.GotoAsync($"{url}/ops#{view}");
        await Assertions.Expect(Freshness).ToBeVisibleAsync();
    }

    /// <summary>Gives the order that was asked about.</summary>
    public async Task RunAsync(string verb)
    {
        await Order.GetByLabel("Reason").FillAsync("a test");
        await Order.GetByRole(AriaRole.Button, new() { Name = verb, Exact = true }).ClickAsync();
    }

    public async Task SignInAsync(string key)
    {
        await page.GetByLabel("API key").FillAsync(key);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>Until it has asked anew by itself.</summary>
    public async Task IsAliveAsync()
    {
        var answer = await page.WaitForResponseAsync(
            one => one.Url.EndsWith("/api/ops/overview", StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
    }
}
