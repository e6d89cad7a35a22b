using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_the_service_is_away(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    private const string NoConnection =
        "502|ERR_CONNECTION|ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK_CHANGED|ERR_SOCKET_NOT_CONNECTED";

    [Fact]
    public async Task who_watches_is_told_and_sees_the_picture_after_the_restart()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        visitor.Complaints.Expect(NoConnection);
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        await run.Scenes.ReachAsync(studio.SceneId, "generating");
        await run.KillAsync();
        try
        {
            await Expect(studio.Trouble.TryingAgain).ToBeVisibleAsync();
        }
        finally
        {
            await run.StartAgainAsync();
        }

        await painter.LetGoAsync();
        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Trouble.TryingAgain).ToBeHiddenAsync();
    }

    [Fact]
    public async Task who_is_offline_is_told_and_goes_on_when_back()
    {
        await using var painter = await run.HoldPainterAsync();
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        visitor.Complaints.Expect(NoConnection);
        await studio.OrderAsync();
        await Expect(studio.Scene.Progress).ToBeVisibleAsync();

        await visitor.SetOfflineAsync(true);
        await Expect(studio.Trouble.Offline).ToBeVisibleAsync();
        await painter.LetGoAsync();
        await visitor.SetOfflineAsync(false);

        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Trouble.Offline).ToBeHiddenAsync();
        await Expect(studio.Trouble.TryingAgain).ToBeHiddenAsync();
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_the_service_is_away(run, chromium)
    {
        [Fact]
        public async Task who_chooses_meanwhile_can_press_again()
        {
            var visitor = await ArriveAsync();
            var studio = visitor.Studio;
            visitor.Complaints.Expect(NoConnection);
            await Expect(studio.Avatar.Samples).Not.ToHaveCountAsync(0);
            await visitor.SetOfflineAsync(true);
            await studio.Avatar.ChooseAsync();
            await Expect(studio.Trouble.NoAnswer).ToBeVisibleAsync();

            await visitor.SetOfflineAsync(false);
            await studio.Avatar.Continue.ClickAsync();

            await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        }

        [Theory]
        [InlineData("api/sessions/current")]
        [InlineData("api/themes")]
        [InlineData("simulator/samples")]
        public async Task who_came_when_it_could_not_be_reached_is_told_and_goes_on_by_itself(string lost)
        {
            var visitor = await ArriveAsync();
            var studio = visitor.Studio;
            visitor.Complaints.Expect(NoConnection);
            await visitor.Page.RouteAsync($"**/{lost}", route => route.AbortAsync("internetdisconnected"));
            await visitor.Page.ReloadAsync();
            await Expect(studio.Trouble.NoWayThrough).ToBeVisibleAsync();
            await Expect(studio.Trouble.TryingAgain).ToBeVisibleAsync();
            await Expect(studio.Avatar.Heading).ToBeHiddenAsync();

            await visitor.Page.UnrouteAllAsync();

            await Expect(studio.Avatar.Samples).Not.ToHaveCountAsync(0);
            await Expect(studio.Trouble.NoWayThrough).ToBeHiddenAsync();
        }
    }

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_the_service_is_away(run, chromium);
}
