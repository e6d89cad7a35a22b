using System.Text.RegularExpressions;
using SceneGen.BrowserTests.Accessibility;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Embedding;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_main_application_embeds_the_studio(EmbeddedPage run, Chromium chromium)
    : BrowserTest(chromium, run.Application.Url)
{
    [Fact]
    public async Task avatar_theme_and_scene_follow_each_other_on_its_page()
    {
        var (visitor, workshop) = await EnterAsync();
        var (page, studio) = (visitor.Page, visitor.Studio);
        await page.EvaluateAsync("() => { window.isSamePage = true; }");
        await workshop.MakeAvatar.ClickAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await Inspection.OfAsync(page, "9-embedded-theme", 360, 1280);
        await using (var painter = await run.HoldPainterAsync())
        {
            await studio.Theme.ChooseAsync();
            await Expect(studio.Scene.Progress).ToBeVisibleAsync();
            await Expect(workshop.Next).ToBeHiddenAsync();
            await Inspection.OfAsync(page, "9-embedded-wait", 360);
        }

        await workshop.ShowsThePictureAsync();
        await Expect(workshop.Next).ToBeVisibleAsync();
        await Inspection.OfAsync(page, "9-embedded-scene", 360, 1280);
        await studio.Scene.Again.ClickAsync();
        await studio.Theme.ChooseAsync(1);
        await Expect(studio.Theme.Heading).ToBeHiddenAsync();
        await workshop.ShowsThePictureAsync();

        Assert.True(await page.EvaluateAsync<bool>("() => window.isSamePage === true"));
    }

    [Fact]
    public async Task a_token_that_has_run_out_is_followed_by_another()
    {
        await using var painter = await run.HoldPainterAsync();
        var (visitor, workshop) = await EnterAsync();
        visitor.Complaints.Expect("401");
        await workshop.MakeAvatar.ClickAsync();
        await Expect(visitor.Studio.Theme.Heading).ToBeVisibleAsync();
        await visitor.Studio.Theme.ChooseAsync();
        await Expect(visitor.Studio.Scene.Progress).ToBeVisibleAsync();

        await workshop.SpoilTokenAsync();
        await Eventually.IsTrueAsync(async () => await workshop.TokenAsync() != "over", "there is a new token");
        await painter.LetGoAsync();

        await workshop.ShowsThePictureAsync();
    }

    [Fact]
    public async Task a_theme_that_was_chosen_with_an_old_token_is_painted_without_another_press()
    {
        var (visitor, workshop) = await EnterAsync();
        var presses = 0;
        visitor.Complaints.Expect("401");
        visitor.Page.Request += (_, request) => presses += request.Method == "PUT" ? 1 : 0;
        await workshop.MakeAvatar.ClickAsync();
        await Expect(visitor.Studio.Theme.Heading).ToBeVisibleAsync();
        await workshop.SpoilTokenAsync();

        await visitor.Studio.Theme.ChooseAsync();

        await workshop.ShowsThePictureAsync();
        Assert.NotEqual("over", await workshop.TokenAsync());
        Assert.Equal(2, presses);
    }

    [Fact]
    public async Task an_origin_that_is_not_named_gets_nothing()
    {
        await using var stranger = new MainApplication();
        await stranger.StartAsync(run.Url);
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect("");

        await visitor.Page.GotoAsync(stranger.Url);

        await Eventually.IsTrueAsync(
            () => Task.FromResult(visitor.Complaints.Heard.Any(IsRefusal)), "the browser refuses the script");
        Assert.Equal("refused", await visitor.Page.EvaluateAsync<string>(
            """
            async service => {
              const { token } = await (await fetch('/token', { method: 'POST' })).json();
              const ask = headers => fetch(`${service}/api/scenes`, { headers }).then(() => 'read', () => 'refused');
              const answers = [await ask({}), await ask({ Authorization: `Bearer ${token}` })];
              return customElements.get('scene-studio') ? 'loaded' : [...new Set(answers)].join();
            }
            """,
            run.Url));

        static bool IsRefusal(string complaint) => complaint.Contains("CORS policy", StringComparison.Ordinal);
    }

    private async Task<(Visitor Visitor, Workshop Workshop)> EnterAsync()
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect($"^elsewhere: [A-Z]+ {Regex.Escape(run.Url)}/(ui|api|assets)/");
        return (visitor, new Workshop(visitor.Page));
    }
}
