using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_two_visitors_come(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task neither_sees_what_the_other_makes()
    {
        var (one, other) = (await ArriveAsync(), await ArriveAsync());
        await one.Studio.OrderAsync();
        await one.Studio.Scene.ShowsThePictureAsync();
        await other.Studio.OrderAsync("fail-always");
        await Expect(other.Studio.Failure.WhatNow).ToBeVisibleAsync();

        await one.GoHomeAsync();
        await other.GoHomeAsync();

        await Expect(one.Studio.Gallery.Scenes).ToHaveCountAsync(1);
        await Expect(one.Studio.Gallery.With("chipFailed")).ToHaveCountAsync(0);
        await Expect(other.Studio.Gallery.Scenes).ToHaveCountAsync(1);
        await Expect(other.Studio.Gallery.With("chipFailed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task the_address_of_the_others_scene_leads_to_none()
    {
        var (one, other) = (await ArriveAsync(), await ArriveAsync());
        await one.Studio.OrderAsync();
        await one.Studio.Scene.ShowsThePictureAsync();
        other.Complaints.Expect("404");

        await other.Studio.OpenAsync(one.Studio.SceneId);

        await Expect(other.Studio.Trouble.NoSuchScene).ToBeVisibleAsync();
        await Expect(other.Page).ToHaveTitleAsync($"{other.Studio.Words["noSuchScene"]} · SceneGen");
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_two_visitors_come(run, chromium);

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_two_visitors_come(run, chromium);
}
