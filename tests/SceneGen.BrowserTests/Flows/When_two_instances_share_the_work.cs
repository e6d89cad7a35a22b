using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

[Collection(TwoInstancesBehindProxy.Shared)]
public sealed class When_two_instances_share_the_work(TwoInstancesBehindProxy run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task both_have_a_part_in_one_visitors_scenes()
    {
        var before = run.Proxy.Served.ToList();
        var studio = (await ArriveAsync()).Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        await studio.Scene.Again.ClickAsync();
        await studio.Theme.ChooseAsync(1);
        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(2);

        Assert.All(
            run.Proxy.Served.Zip(before, (now, then) => now - then),
            count => Assert.True(count > 5, $"One instance has served {count} requests."));
    }

    [Fact]
    public async Task who_watches_hardly_notices_that_one_of_them_is_killed()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        visitor.Complaints.Expect("502|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK_CHANGED|ERR_SOCKET_NOT_CONNECTED");
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        // An order whose answer nobody heard is looked for at length; this is about a painting that is known.
        await run.Scenes.ReachAsync(studio.SceneId, "generating");
        await run.Installation.Named("two").KillAsync();
        try
        {
            await run.Installation.Database.EndLeasesAsync();
            await painter.LetGoAsync();
            await studio.Scene.ShowsThePictureAsync();
        }
        finally
        {
            await run.Installation.StartAllAsync();
        }
    }
}
