using System.Text.RegularExpressions;
using SceneGen.BrowserTests.Accessibility;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Embedding;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_main_application_shows_one_scene(EmbeddedPage run, Chromium chromium)
    : BrowserTest(chromium, run.Application.Url)
{
    private const int Phone = 360;
    private readonly string _session = $"alone-{Guid.NewGuid()}";

    [Theory]
    [InlineData("en", "The scene was canceled", "Try again")]
    [InlineData("de", "Die Szene wurde abgebrochen", "Noch einmal versuchen")]
    public async Task its_wait_its_end_and_its_picture_are_for_everybody(string language, string canceled, string again)
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect($"^elsewhere: [A-Z]+ {Regex.Escape(run.Url)}/(ui|api|assets)/");
        var shown = new LoneScene(visitor.Page);
        await using (var painter = await run.HoldPainterAsync())
        {
            await shown.ShowAsync(run.Url, await TokenAsync(), await MakeAsync("Juniper"), language);
            await Expect(shown.Progress).ToBeVisibleAsync();
            await Inspection.OfAsync(visitor.Page, $"13-alone-wait-{language}", Phone);

            await shown.Button.ClickAsync();
            await Expect(shown.Title).ToHaveTextAsync(canceled);
            await Inspection.OfAsync(visitor.Page, $"14-alone-canceled-{language}", Phone);
        }

        await Expect(shown.Button).ToHaveTextAsync(again);
        await shown.Button.ClickAsync();
        await Expect(shown.Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
        await Expect(shown.Link).ToBeVisibleAsync();
        await Inspection.OfAsync(visitor.Page, $"15-alone-ready-{language}", Phone);

        var failing = await MakeAsync("fail-always");
        var failure = (await run.Scenes.ReachAsync(failing, "rolledBack", "failed")).GetProperty("failure");
        await shown.ShowAsync(run.Url, await TokenAsync(), failing, language);
        await Expect(shown.Title).Not.ToHaveTextAsync("");
        Assert.Equal(language == "en", await shown.Title.TextContentAsync() == failure.GetProperty("title").GetString());
        await Inspection.OfAsync(visitor.Page, $"16-alone-failed-{language}", Phone);
    }

    private async Task<string> TokenAsync()
        => (await run.Scenes.PostAsync("/api/sessions", new { sessionId = _session })).Body.GetProperty("token").GetString()!;

    private async Task<Guid> MakeAsync(string name)
    {
        var samples = (await run.Scenes.GetAsync("/simulator/samples")).Body;
        var avatarUrl = new Uri(new Uri(run.Url), samples[0].GetProperty("pictureUrl").GetString()!).AbsoluteUri;
        var answer = await run.Scenes.PostAsync(
            "/api/scenes", new { avatarUrl, theme = "neon-city", sessionId = _session, avatar = new { kind = "animal", name } });
        return answer.Body.GetProperty("id").GetGuid();
    }
}
