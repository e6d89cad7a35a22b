using Microsoft.Playwright;
using SceneGen.BrowserTests.Pages;

namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>A person with a browser profile of their own.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly string _home;

    private Visitor(IBrowserContext context, IPage page, string home, Words words)
    {
        (_context, _home, Page) = (context, home, page);
        Complaints = new Complaints(page, home);
        Studio = new Studio(page, words);
    }

    public IPage Page { get; }

    public Complaints Complaints { get; }

    public Studio Studio { get; }

    public static async Task<Visitor> ArriveAsync(IBrowser browser, string home, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Chromium.Patience);
        await context.Tracing.StartAsync(new() { Snapshots = true, Sources = false });
        var visitor = new Visitor(context, await context.NewPageAsync(), home, Words.In(options.Locale![..2]));
        await visitor.GoHomeAsync();
        return visitor;
    }

    public Task GoHomeAsync() => Page.GotoAsync(_home);

    /// <summary>What the browser knows of the service: its cookies.</summary>
    public Task<string> StateAsync() => _context.StorageStateAsync();

    /// <summary>As when a cookie has had its time.</summary>
    public Task ForgetAsync(string cookie) => _context.ClearCookiesAsync(new() { Name = cookie });

    /// <summary>Which session the service takes this browser for.</summary>
    public Task<string> SessionAsync()
        => Page.EvaluateAsync<string>("async () => (await (await fetch('/api/sessions/current')).json()).sessionId");

    /// <summary>The window, with all the pages in it.</summary>
    public Task CloseAsync() => Page.CloseAsync();

    /// <summary>To a page that is nobody's.</summary>
    public Task LeaveAsync() => Page.GotoAsync("about:blank");

    public Task SetOfflineAsync(bool isOffline) => _context.SetOfflineAsync(isOffline);

    /// <summary>What there was to see.</summary>
    public Task KeepPictureAsync(string name)
        => Page.ScreenshotAsync(new() { Path = Album.PathOf("failed", $"{name}.png"), FullPage = true });

    /// <summary>For <c>playwright show-trace</c>.</summary>
    public Task KeepTraceAsync(string name)
        => _context.Tracing.StopAsync(new() { Path = Album.PathOf("failed", $"{name}.zip") });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
