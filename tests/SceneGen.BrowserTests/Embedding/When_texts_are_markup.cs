using System.Text.RegularExpressions;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Embedding;

[Collection(EmbeddedPage.Shared)]
public sealed class When_texts_are_markup(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Application.Url)
{
    [Fact]
    public async Task the_page_shows_them_and_runs_nothing()
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect("^elsewhere: ");
        await Markup.SayItAsync(visitor.Page);
        await visitor.Page.GotoAsync(run.Url);
        var studio = visitor.Studio;

        await studio.Avatar.Samples.First.CheckAsync();
        await Expect(visitor.Page.GetByText(Markup.Text).First).ToBeVisibleAsync();
        await studio.Avatar.Continue.ClickAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await studio.Theme.ChooseAsync();
        await studio.Scene.ShowsThePictureAsync();

        await Expect(studio.Scene.Title).ToHaveTextAsync(Markup.Text);
        Assert.False(await Markup.HasRunAsync(visitor.Page));
    }

    [Fact]
    public async Task the_studio_of_another_page_shows_them_and_runs_nothing()
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect($"^elsewhere: [A-Z]+ {Regex.Escape(run.Url)}/(ui|api|assets)/");
        await Markup.SayItAsync(visitor.Page);
        var workshop = new Workshop(visitor.Page);

        await workshop.MakeAvatar.ClickAsync();
        await Expect(visitor.Studio.Theme.Heading).ToBeVisibleAsync();
        await Expect(visitor.Page.GetByText(Markup.Text).First).ToBeVisibleAsync();
        await visitor.Studio.Theme.ChooseAsync();
        await workshop.ShowsThePictureAsync();

        await Expect(visitor.Page.Locator("scene-status").GetByText(Markup.Text)).ToBeVisibleAsync();
        Assert.False(await Markup.HasRunAsync(visitor.Page));
    }
}
