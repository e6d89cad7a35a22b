using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Proxy;

[Collection(EmbeddedPage.Shared)]
public sealed class When_no_stream_comes_through(EmbeddedPage run, WayWithoutStreams way, Chromium chromium)
    : BrowserTest(chromium, way.Url), IClassFixture<WayWithoutStreams>
{
    /// <summary>Also those that are gone again at once.</summary>
    private const string WriteAlertsDown = """
        window.alerts = [];
        new MutationObserver(() => {
          const shown = [...document.querySelectorAll('[role=alert]')].filter(alert => alert.checkVisibility());
          window.alerts.push(...shown.map(alert => alert.textContent.trim()).filter(text => text !== ''));
        }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        """;

    [Fact]
    public Task the_page_looks_long_where_it_is_held_back()
        => ThePictureIsReachedAsync(
            StreamHandling.HoldBack, request => request.Headers.GetValueOrDefault("prefer") is "wait=25");

    [Fact]
    public Task the_page_tries_again_and_looks_where_it_is_cut()
    {
        var streams = 0;
        return ThePictureIsReachedAsync(
            StreamHandling.Cut,
            request => request.Url.EndsWith("/events", StringComparison.Ordinal) && ++streams > 1);
    }

    private async Task ThePictureIsReachedAsync(StreamHandling streams, Func<IRequest, bool> isAnotherWay)
    {
        way.Proxy.Streams = streams;
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var (page, studio) = (visitor.Page, visitor.Studio);
        if (streams is StreamHandling.Cut)
        {
            visitor.Complaints.Expect("ERR_INCOMPLETE_CHUNKED|ERR_CONNECTION");
        }

        await page.AddInitScriptAsync(WriteAlertsDown);
        await page.ReloadAsync();
        await page.RunAndWaitForRequestAsync(() => studio.OrderAsync(), isAnotherWay);
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        await painter.LetGoAsync();

        await studio.Scene.ShowsThePictureAsync();
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.alerts"));
    }
}
