using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>Debian's browser, one process for the whole run. Nothing is downloaded, and it calls nobody by itself.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Waits end as soon as what is waited for is there, so a slow machine has all the time it needs.</summary>
    public const float Patience = 90_000;

    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(File.Exists(Program), "These tests need Debian's package chromium.");
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(
            new() { ExecutablePath = Program, Args = Arguments, Timeout = 2 * Patience });
        Assertions.SetDefaultExpectTimeout(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
    }
}
