using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_a_visitor_changes_their_mind(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_painting_is_stopped_and_another_theme_can_be_chosen()
    {
        await using var painter = await run.HoldPainterAsync();
        var studio = (await ArriveAsync()).Studio;
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        await studio.Scene.Cancel.ClickAsync();

        await Expect(studio.Failure.Title).ToHaveTextAsync(studio.Words["canceledTitle"]);
        await Expect(studio.Gallery.With("chipCanceled")).ToHaveCountAsync(1);
        await painter.LetGoAsync();
        await studio.Failure.ChooseTheme.ClickAsync();
        await studio.Theme.ChooseAsync(1);
        await studio.Scene.ShowsThePictureAsync();
    }

    [Fact]
    public async Task what_was_canceled_can_be_asked_for_again()
    {
        await using var painter = await run.HoldPainterAsync();
        var studio = (await ArriveAsync()).Studio;
        await studio.OrderAsync();
        await studio.Scene.Cancel.ClickAsync();
        await Expect(studio.Failure.Title).ToHaveTextAsync(studio.Words["canceledTitle"]);
        var scene = studio.SceneId;
        await painter.LetGoAsync();

        await studio.Failure.TryAgain.ClickAsync();

        await studio.Scene.ShowsThePictureAsync();
        Assert.Equal(scene, studio.SceneId);
    }

    [Fact]
    public async Task a_scene_is_deleted_only_after_it_was_asked_for_twice()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        var scene = studio.SceneId;

        await studio.Scene.Delete.ClickAsync();
        await Expect(studio.Dialog.Question).ToBeVisibleAsync();
        await studio.Dialog.KeepIt.ClickAsync();
        await Expect(studio.Scene.Picture).ToBeVisibleAsync();

        await studio.Scene.Delete.ClickAsync();
        await studio.Dialog.DeleteIt.ClickAsync();

        await Expect(studio.Avatar.Heading).ToBeVisibleAsync();
        await Expect(studio.Announced("deleted")).ToHaveCountAsync(1);
        await Expect(studio.Gallery.All).ToBeHiddenAsync();
        visitor.Complaints.Expect("410");
        await studio.OpenAsync(scene);
        await Expect(studio.Trouble.Deleted).ToBeVisibleAsync();
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_a_visitor_changes_their_mind(run, chromium);

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_a_visitor_changes_their_mind(run, chromium);
}
