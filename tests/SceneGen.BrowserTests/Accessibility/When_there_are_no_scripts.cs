using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Pages;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Accessibility;

[Collection(EmbeddedPage.Shared)]
public sealed class When_there_are_no_scripts(EmbeddedPage run, Chromium chromium) : BrowserTest(chromium, run.Url)
{
    [Fact]
    public async Task scenes_can_be_read_by_the_session_they_belong_to()
    {
        var maker = await ArriveAsync();
        await maker.Studio.OrderAsync();
        await maker.Studio.Scene.ShowsThePictureAsync();
        var (scene, state) = (maker.Studio.SceneId, await maker.StateAsync());

        var reader = await ArriveAsync(options => (options.JavaScriptEnabled, options.StorageState) = (false, state));
        var plain = new PlainPage(reader.Page);
        await Expect(plain.Notice).ToHaveTextAsync(reader.Studio.Words["needsScript"]);
        await Expect(plain.Face).ToBeVisibleAsync();
        await LookAsync(reader, "10-no-script-list");
        await plain.Scenes.ClickAsync();
        await Expect(reader.Page).ToHaveURLAsync($"{run.Url}/scenes/{scene}");
        await Expect(plain.Picture).ToBeVisibleAsync();
        await Expect(plain.Picture).ToHaveJSPropertyAsync("naturalWidth", 1920);
        await LookAsync(reader, "11-no-script-scene");
    }

    [Fact]
    public async Task a_scene_that_rests_says_why_and_what_can_be_done()
    {
        var maker = await ArriveAsync();
        await maker.Studio.Avatar.ChooseAsync();
        await Expect(maker.Studio.Theme.Heading).ToBeVisibleAsync();
        var (scene, state) = (maker.Studio.SceneId, await maker.StateAsync());

        var reader = await ArriveAsync(options => (options.JavaScriptEnabled, options.StorageState) = (false, state));
        var plain = new PlainPage(reader.Page);
        await reader.Studio.OpenAsync(scene);
        await Expect(plain.LookAgain).ToHaveTextAsync(reader.Studio.Words["lookAgain"]);
        await LookAsync(reader, "17-no-script-waits");

        await maker.Studio.Scene.Cancel.ClickAsync();
        await Expect(maker.Studio.Failure.Title).ToHaveTextAsync(maker.Studio.Words["canceledTitle"]);
        await plain.LookAgain.ClickAsync();
        await Expect(plain.Heading).ToHaveTextAsync(reader.Studio.Words["canceledTitle"]);
        await Expect(plain.LookAgain).ToHaveCountAsync(0);
        await LookAsync(reader, "18-no-script-canceled");
    }

    [Fact]
    public async Task nobody_reads_what_is_not_theirs()
    {
        var maker = await ArriveAsync();
        await maker.Studio.OrderAsync();
        await maker.Studio.Scene.ShowsThePictureAsync();

        var reader = await ArriveAsync(options => options.JavaScriptEnabled = false);
        var plain = new PlainPage(reader.Page);
        await Expect(plain.Notice).ToBeVisibleAsync();
        await Expect(plain.Scenes).ToHaveCountAsync(0);
        reader.Complaints.Expect("404");
        await reader.Studio.OpenAsync(maker.Studio.SceneId);
        await Expect(plain.Heading).ToHaveTextAsync(reader.Studio.Words["noSuchScene"]);
        await Expect(plain.Picture).ToHaveCountAsync(0);
        await LookAsync(reader, "12-no-script-none");
    }

    private static Task LookAsync(Visitor reader, string name) => Inspection.OfAsync(reader.Page, name, 360, 1280);
}
