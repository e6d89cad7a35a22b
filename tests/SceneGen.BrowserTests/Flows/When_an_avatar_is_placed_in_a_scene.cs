using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;
using SceneGen.BrowserTests.Proxy;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Flows;

public abstract class When_an_avatar_is_placed_in_a_scene(IRunningService run, Chromium chromium)
    : BrowserTest(chromium, run.Url)
{
    private IRunningService Run { get; } = run;

    [Fact]
    public async Task the_page_leads_from_the_avatar_to_the_picture_without_a_reload()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await visitor.Page.EvaluateAsync("() => { window.isSamePage = true; }");
        await using (var painter = await Run.HoldPainterAsync())
        {
            await studio.OrderAsync();

            await Expect(studio.Scene.Progress).ToBeVisibleAsync();
            await Expect(studio.Scene.Cancel).ToBeVisibleAsync();
            await Expect(studio.Scene.Picture).ToBeHiddenAsync();
            await Expect(studio.Gallery.With("noTheme")).ToHaveCountAsync(0);
            await Expect(visitor.Page).Not.ToHaveTitleAsync("SceneGen");
        }

        await studio.Scene.ShowsThePictureAsync();
        await Expect(studio.Scene.Progress).ToBeHiddenAsync();
        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(1);
        Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.isSamePage === true"));
        await TheDownloadIsTheStoredPictureAsync(visitor, studio.Scene.Download);
    }

    [Fact]
    public async Task the_same_avatar_gets_another_scene_with_another_theme()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync(theme: 0);
        await studio.Scene.ShowsThePictureAsync();
        var first = studio.SceneId;

        await studio.Scene.Again.ClickAsync();
        await Expect(studio.Theme.Heading).ToBeVisibleAsync();
        await studio.Theme.ChooseAsync(1);

        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(2);
        await studio.Scene.ShowsThePictureAsync();
        var (one, other) = (await SceneAsync(first), await SceneAsync(studio.SceneId));
        Assert.Equal(one.GetProperty("avatarId").GetGuid(), other.GetProperty("avatarId").GetGuid());
        Assert.NotEqual(one.GetProperty("theme").GetString(), other.GetProperty("theme").GetString());
    }

    [Fact]
    public async Task the_same_theme_is_painted_anew()
    {
        var visitor = await ArriveAsync();
        var studio = visitor.Studio;
        await studio.OrderAsync();
        await studio.Scene.ShowsThePictureAsync();
        var (first, address) = (studio.SceneId, visitor.Page.Url);

        await studio.Scene.Seed.ClickAsync();

        await Expect(studio.Gallery.Scenes).ToHaveCountAsync(2);
        await Expect(visitor.Page).Not.ToHaveURLAsync(address);
        await Run.Scenes.ReachAsync(studio.SceneId, "ready");
        await studio.Scene.ShowsThePictureAsync();
        var (one, other) = (await SceneAsync(first), await SceneAsync(studio.SceneId));
        Assert.Equal(one.GetProperty("theme").GetString(), other.GetProperty("theme").GetString());
        Assert.Equal(one.GetProperty("avatarId").GetGuid(), other.GetProperty("avatarId").GetGuid());
    }

    private async Task<JsonElement> SceneAsync(Guid id)
        => (await Run.Scenes.GetAsync($"/api/scenes/{id}")).Body;

    private async Task TheDownloadIsTheStoredPictureAsync(Visitor visitor, ILocator link)
    {
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
        var image = (await SceneAsync(visitor.Studio.SceneId)).GetProperty("image");
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync(), Stop);
        Assert.Equal(image.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
        Assert.EndsWith(".jpg", download.SuggestedFilename, StringComparison.Ordinal);
    }

    [Collection(EmbeddedPage.Shared)]
    public sealed class On_one_process(EmbeddedPage run, Chromium chromium)
        : When_an_avatar_is_placed_in_a_scene(run, chromium)
    {
        [Fact]
        public async Task the_tab_tells_how_far_it_is_to_who_looks_elsewhere()
        {
            var visitor = await ArriveAsync();
            var (page, studio) = (visitor.Page, visitor.Studio);
            await Expect(page).ToHaveTitleAsync("SceneGen");
            await using (var painter = await Run.HoldPainterAsync())
            {
                await studio.Avatar.ChooseAsync();
                await Expect(page).ToHaveTitleAsync($"{studio.Words["chooseTheme"]} · SceneGen");
                await studio.Theme.ChooseAsync();
                await Expect(page).ToHaveTitleAsync(new Regex(@"^\d+ % · .+ · SceneGen$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            }

            await studio.Scene.ShowsThePictureAsync();
            await Expect(page).ToHaveTitleAsync($"{await studio.Scene.Title.InnerTextAsync()} · SceneGen");
        }

        [Fact]
        public async Task the_reader_of_German_reads_German()
        {
            var visitor = await ArriveAsync(options => options.Locale = "de-DE");
            var studio = visitor.Studio;
            await Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");

            await studio.OrderAsync();

            await studio.Scene.ShowsThePictureAsync();
            await Expect(studio.Gallery.All).ToBeVisibleAsync();
        }
    }

    [Collection(TwoInstancesBehindProxy.Shared)]
    public sealed class On_two_instances(TwoInstancesBehindProxy run, Chromium chromium)
        : When_an_avatar_is_placed_in_a_scene(run, chromium);
}
