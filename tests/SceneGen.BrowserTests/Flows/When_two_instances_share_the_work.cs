using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public sealed class When_two_instances_share_the_work(TwoInstancesBehindProxy run, Chromium chromium)
    : BrowserTest(chromium, run.Url), IClassFixture<TwoInstancesBehindProxy>
{
    [Fact]
    public async Task the_whole_flow_is_as_with_one()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        await studio.Scene.Again.ClickAsync();
        await studio.Theme.ChooseAsync(1);
        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(2);

        await studio.Scene.Another.ClickAsync();
        await studio.OrderAsync("fail-always");
        await Expect(studio.Failure.WhatNow).ToBeVisibleAsync();
        await Expect(studio.Gallery.With("chipFailed")).ToHaveCountAsync(1);

        Assert.All(run.Proxy.Served, count => Assert.True(count > 5, $"One instance has served {count} requests."));
    }

    [Fact]
    public async Task who_watches_hardly_notices_that_one_of_them_is_killed()
    {
        await using var painter = await Painter.HoldAsync(run.Installation.World);
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        visitor.Complaints.Expect("502|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK_CHANGED|ERR_SOCKET_NOT_CONNECTED");
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        // An order whose answer nobody heard is looked for at length; this is about a painting that is known.
        await run.Installation.Scenes.ReachAsync(studio.SceneId, "generating");
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
