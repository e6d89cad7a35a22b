using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_a_scene_cannot_be_painted(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_page_says_what_happened_and_what_became_of_the_avatar()
    {
        var studio = (await ArriveAsync()).Studio;

        await studio.OrderAsync("fail-always");

        await Expect(studio.Failure.WhatNow).ToBeVisibleAsync();
        var scene = await run.Scenes.ReachAsync(studio.SceneId, "rolledBack");
        var failure = scene.GetProperty("failure");
        Assert.True(failure.GetProperty("avatarRolledBack").GetBoolean());
        await Expect(studio.Failure.Title).ToHaveTextAsync(failure.GetProperty("title").GetString()!);
        await Expect(studio.Failure.All).ToContainTextAsync(failure.GetProperty("message").GetString()!);
        await Expect(studio.Failure.All).ToContainTextAsync(failure.GetProperty("next").GetString()!);
        await Expect(studio.Gallery.With("chipFailed")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task the_way_on_is_a_new_avatar_and_not_another_theme()
    {
        var studio = (await ArriveAsync()).Studio;
        await studio.OrderAsync("fail-always");
        await Expect(studio.Failure.WhatNow).ToBeVisibleAsync();
        await Expect(studio.Failure.ChooseTheme).ToBeHiddenAsync();

        await studio.Failure.NewAvatar.ClickAsync();

        await Expect(studio.Avatar.Heading).ToBeVisibleAsync();
    }

    [Fact]
    public async Task who_keeps_the_avatar_can_try_again()
    {
        await using var lost = await LostPictures.LoseAsync(run.World);
        var studio = (await ArriveAsync()).Studio;
        await studio.OrderAsync("refuse-rollback");
        await Expect(studio.Failure.TryAgain).ToBeVisibleAsync();
        await Expect(studio.Failure.All).ToContainTextAsync(studio.Words["avatarStays"]);
        var scene = studio.SceneId;
        await lost.FindAgainAsync();

        await studio.Failure.TryAgain.ClickAsync();

        await studio.Scene.ShowsThePictureAsync();
        Assert.Equal(scene, studio.SceneId);
    }

    [Fact]
    public async Task at_first_only_the_next_attempt_brings_the_picture()
    {
        var visitor = await ArriveAsync();

        await visitor.Studio.OrderAsync("fail-once");

        await visitor.Studio.Scene.ShowsThePictureAsync();
        var timeline = await run.Scenes.GetAsync($"/api/scenes/{visitor.Studio.SceneId}/timeline");
        Assert.Contains(
            timeline.Body.GetProperty("items").EnumerateArray(), entry => entry.GetProperty("attempt").GetInt32() == 2);
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_a_scene_cannot_be_painted(run, chromium);

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_a_scene_cannot_be_painted(run, chromium);
}
