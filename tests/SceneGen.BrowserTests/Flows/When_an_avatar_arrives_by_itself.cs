using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_an_avatar_arrives_by_itself(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_open_page_shows_it_to_its_session_alone_and_leads_on()
    {
        var (visitor, stranger) = (await ArriveAsync(), await ArriveAsync());
        var studio = visitor.Studio;

        // Shown once its scenes have been listed: what is on a later list has arrived.
        await Expect(studio.Avatar.Samples).Not.ToHaveCountAsync(0);
        await Expect(stranger.Studio.Avatar.Samples).Not.ToHaveCountAsync(0);

        await run.World.MakeAvatarAsync(await visitor.SessionAsync(), "Juniper");

        await Expect(studio.Announced("avatarArrived")).ToHaveCountAsync(1);
        await studio.Avatar.Arrived.ClickAsync();
        await Expect(studio.Theme.Heading).ToBeFocusedAsync();
        await studio.Theme.ChooseAsync();
        await studio.Scene.ShowsThePictureAsync();
        Assert.Equal(0, await LookAroundAsync(stranger.Page));
        await Expect(stranger.Studio.Avatar.Arrived).ToHaveCountAsync(0);
        await Expect(stranger.Studio.Gallery.All).ToBeHiddenAsync();
    }

    /// <summary>The open page lists its scenes anew: how many there are.</summary>
    private static async Task<int> LookAroundAsync(IPage page)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync("() => dispatchEvent(new Event('online'))"),
            one => one.Url.Contains("/api/scenes?", StringComparison.Ordinal));
        var list = await answer.JsonAsync();
        return list!.Value.GetProperty("items").GetArrayLength();
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_an_avatar_arrives_by_itself(run, chromium);

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_an_avatar_arrives_by_itself(run, chromium);
}
