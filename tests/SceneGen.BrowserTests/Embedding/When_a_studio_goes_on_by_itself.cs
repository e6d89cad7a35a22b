using System.Text.RegularExpressions;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Embedding;

[Collection(EmbeddedPage.Shared)]
public sealed class When_a_studio_goes_on_by_itself(EmbeddedPage run, Chromium chromium)
    : BrowserTest(chromium, run.Application.Url)
{
    private readonly string _session = $"by-itself-{Guid.NewGuid()}";

    [Fact]
    public async Task who_writes_elsewhere_on_the_page_goes_on_writing()
    {
        var (visitor, studio) = await ShowAsync();
        await studio.Message.ClickAsync();
        await visitor.Page.Keyboard.TypeAsync("Hello ");

        await run.World.MakeAvatarAsync(_session, "Juniper");
        await Expect(studio.Themes).ToBeVisibleAsync();
        await visitor.Page.Keyboard.TypeAsync("there");

        await Expect(studio.Message).ToHaveValueAsync("Hello there");
    }

    [Fact]
    public async Task who_has_only_a_keyboard_is_led_from_heading_to_heading()
    {
        await using var painter = await run.HoldPainterAsync();
        var (visitor, studio) = await ShowAsync();
        await studio.FocusAsync();
        await Expect(studio.Waiting).ToBeFocusedAsync();

        await run.World.MakeAvatarAsync(_session, "Juniper");
        await Expect(studio.Themes).ToBeFocusedAsync();
        await studio.Theme.PressAsync("Space");
        await studio.Make.FocusAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Expect(studio.Title).ToBeFocusedAsync();
    }

    [Fact]
    public async Task a_theme_that_is_chosen_elsewhere_is_painted_here()
    {
        var (_, studio) = await ShowAsync();
        await run.World.MakeAvatarAsync(_session, "Juniper");
        await Expect(studio.Themes).ToBeVisibleAsync();

        await run.Scenes.PutAsync($"/api/scenes/{await run.Scenes.OfSessionAsync(_session)}/theme", new { theme = "neon-city" });

        await Expect(studio.Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
    }

    [Fact]
    public async Task a_scene_that_is_canceled_while_its_theme_is_chosen_is_shown_so_and_then_makes_way()
    {
        var (_, studio) = await ShowAsync();
        await run.World.MakeAvatarAsync(_session, "Juniper");
        await Expect(studio.Themes).ToBeVisibleAsync();
        var scene = await run.Scenes.OfSessionAsync(_session);

        await run.Scenes.DeleteAsync($"/api/scenes/{scene}");
        await Expect(studio.Canceled).ToBeVisibleAsync();
        await studio.StartOverAsync();

        await Expect(studio.Waiting).ToBeVisibleAsync();
    }

    [Fact]
    public async Task an_avatar_of_an_earlier_visit_is_not_taken_for_the_next()
    {
        await run.World.MakeAvatarAsync(_session, "Juniper");
        var old = await run.Scenes.ReachAsync(await run.Scenes.OfSessionAsync(_session), "awaitingTheme");
        var isLongAgo = old.GetProperty("createdAt").GetDateTimeOffset().AddSeconds(4);
        await Eventually.IsTrueAsync(
            () => Task.FromResult(TimeProvider.System.GetUtcNow() > isLongAgo), "the avatar is of an earlier visit");
        var (_, studio) = await ShowAsync(isNew: true);

        await run.World.MakeAvatarAsync(_session, "Rowan");
        await Expect(studio.Themes).ToBeVisibleAsync();
        await studio.Theme.CheckAsync();
        await studio.Make.ClickAsync();

        await Expect(studio.Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
        await run.Scenes.ReachAsync(old.GetProperty("id").GetGuid(), "awaitingTheme");
    }

    private async Task<(Visitor Visitor, LoneStudio Studio)> ShowAsync(bool isNew = false)
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect($"^elsewhere: [A-Z]+ {Regex.Escape(run.Url)}/(ui|api|assets)/");
        var answer = await run.Scenes.PostAsync("/api/sessions", new { sessionId = _session });
        var studio = new LoneStudio(visitor.Page);
        await studio.ShowAsync(run.Url, answer.Body.GetProperty("token").GetString()!, isNew);
        await Expect(studio.Waiting).ToBeVisibleAsync();
        return (visitor, studio);
    }
}
