using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

[Collection(EmbeddedPage.Shared)]
public sealed class When_others_are_told_of_a_scene(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    private const string WriteNotificationsDown = """
        window.told = [];
        window.Notification = class {
          static permission = 'default';
          static requestPermission = async () => Notification.permission = window.wish;
          constructor(title, { body }) {
            if (Notification.permission === 'granted') {
              window.told.push(body);
            }
          }
        };
        """;

    [Fact]
    public async Task a_shared_link_shows_the_picture_to_whoever_has_it()
    {
        var visitor = await ArriveAsync(options => options.Permissions = ["clipboard-read", "clipboard-write"]);
        await visitor.Studio.OrderAsync();
        await visitor.Studio.Scene.ShowsThePictureAsync();

        await visitor.Studio.Scene.Share.ClickAsync();

        await Expect(visitor.Studio.Announced("copied")).ToHaveCountAsync(1);
        var link = await visitor.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        using var stranger = new HttpClient();
        using var picture = await stranger.GetAsync(link, Stop);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("granted", "notifyYes", 1)]
    [InlineData("denied", "notifyNo", 0)]
    public async Task whoever_looks_elsewhere_is_told_of_the_end_if_they_allow_it(string wish, string answer, int count)
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var (page, studio) = (visitor.Page, visitor.Studio);
        await page.AddInitScriptAsync($"window.wish = '{wish}'; {WriteNotificationsDown}");
        await page.ReloadAsync();
        await studio.OrderAsync();
        await studio.Scene.Notify.ClickAsync();
        await Expect(studio.Announced(answer)).ToHaveCountAsync(1);
        await Expect(studio.Scene.Notify).ToBeHiddenAsync();

        await page.EvaluateAsync("() => Object.defineProperty(document, 'hidden', { value: true })");
        await painter.LetGoAsync();

        await studio.Scene.ShowsThePictureAsync();
        Assert.Equal(count, await page.EvaluateAsync<int>("() => window.told.length"));

        // The steps that were announced on the way have not taken the answer away.
        await Expect(studio.Announced(answer)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task where_nothing_may_be_copied_the_link_stays_to_be_read()
    {
        var visitor = await ArriveAsync();
        await visitor.Studio.OrderAsync();
        await visitor.Studio.Scene.ShowsThePictureAsync();
        await visitor.Page.EvaluateAsync("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }");

        await visitor.Studio.Scene.Share.ClickAsync();

        var told = visitor.Studio.Told("notCopied");
        await Expect(told).ToContainTextAsync("/assets/");
        await visitor.Page.SetViewportSizeAsync(360, 800);
        await Expect(told).ToBeInViewportAsync(new() { Ratio = 1 });
        await visitor.Page.ScreenshotAsync(new() { Path = Album.PathOf("looks", "15-link-360.png") });
        var link = (await told.InnerTextAsync()).Split(' ')[^1];
        using var stranger = new HttpClient();
        using var picture = await stranger.GetAsync(link, Stop);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType?.MediaType);
        await visitor.Studio.Scene.Another.ClickAsync();
        await Expect(told).ToHaveCountAsync(0);
    }
}
