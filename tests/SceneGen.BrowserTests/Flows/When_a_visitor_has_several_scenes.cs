using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_visitor_has_several_scenes(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task the_gallery_shows_the_newest_first_with_the_state_of_each_and_leads_to_each()
    {
        var visitor = await ArriveAsync();
        var (studio, session) = (visitor.Studio, await visitor.SessionAsync());
        var waiting = await MakeAsync(session, "Juniper");
        var painted = await MakeAsync(session, "Juniper", "neon-city");
        var failed = await MakeAsync(session, "fail-always", "coral-reef");
        await run.Scenes.ReachAsync(waiting, "awaitingTheme");
        await run.Scenes.ReachAsync(painted, "ready");
        await run.Scenes.ReachAsync(failed, "rolledBack");

        await visitor.GoHomeAsync();

        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(3);
        await Expect(studio.Gallery.Scenes).ToContainTextAsync([
            studio.Words["chipFailed"], "Neon city", studio.Words["chipWaiting"],
        ]);
        await Expect(studio.Gallery.Scenes.Nth(1).Locator("img.picture")).Not.ToHaveJSPropertyAsync("naturalWidth", 0);
        await LeadsToAsync(visitor, 0, failed, "noPicture");
        await LeadsToAsync(visitor, 2, waiting, "chooseTheme");
        await studio.Gallery.Scenes.Nth(1).ClickAsync();
        await studio.Scene.ShowsThePictureAsync();
        Assert.Equal(painted, studio.SceneId);
        await Expect(studio.Gallery.Scenes.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
    }

    private static async Task LeadsToAsync(Visitor visitor, int place, Guid scene, string title)
    {
        await visitor.Studio.Gallery.Scenes.Nth(place).ClickAsync();
        await Expect(visitor.Page).ToHaveTitleAsync($"{visitor.Studio.Words[title]} · SceneGen");
        Assert.Equal(scene, visitor.Studio.SceneId);
    }

    private async Task<Guid> MakeAsync(string session, string name, string? theme = null)
    {
        var answer = await run.Scenes.PostAsync("/api/avatars", new
        {
            avatarId = Guid.NewGuid(),
            sessionId = session,
            avatarUrl = $"{run.Url}/simulator/samples/fox.png",
            theme,
            avatar = new { kind = "animal", name },
        });
        Assert.Equal(202, answer.Status);
        return answer.Body.GetProperty("sceneId").GetGuid();
    }
}
