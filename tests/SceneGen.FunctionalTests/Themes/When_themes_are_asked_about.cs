using System.Net;
using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Themes;

public sealed class When_themes_are_asked_about(Embedded run) : IClassFixture<Embedded>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task there_are_twelve_each_with_a_picture_that_may_be_kept_for_ever()
    {
        var themes = (await run.Scenes.GetAsync("/api/themes")).Body.EnumerateArray().ToList();

        Assert.Equal(12, themes.Count);
        foreach (var theme in themes)
        {
            Assert.Equal(
                ["id", "name", "description", "version", "tags", "previewUrl"],
                theme.EnumerateObject().Select(field => field.Name));
            using var picture = await run.Process.Http.GetAsync(theme.GetProperty("previewUrl").GetString(), Stop);
            Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
            Assert.Equal(
                "public, max-age=31536000, immutable",
                string.Join(", ", picture.Headers.NonValidated["Cache-Control"]));
            Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task a_picture_that_is_known_is_not_sent_again()
    {
        var address = (await run.Scenes.GetAsync("/api/themes/coral-reef")).Body.GetProperty("previewUrl").GetString()!;
        using var first = await run.Process.Http.GetAsync(address, Stop);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await run.Process.Http.SendAsync(again, Stop);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task a_picture_asked_for_without_its_hash_is_asked_for_again_each_time()
    {
        using var picture = await run.Process.Http.GetAsync("/api/themes/coral-reef/picture", Stop);

        Assert.Equal("no-cache", picture.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task a_preview_shows_prompt_input_price_and_place_and_calls_nobody()
    {
        var before = await PredictionsAsync();

        var preview = await run.Scenes.PostAsync("/api/themes/neon-city/preview", new
        {
            avatar = new { kind = "robot", name = "Bolt" },
            model = "black-forest-labs/flux-2-pro",
            seed = 5,
        });

        Assert.Equal(200, preview.Status);
        Assert.Equal(
            ["prompt", "model", "input", "price", "placementSvg"],
            preview.Body.EnumerateObject().Select(field => field.Name));
        var input = preview.Body.GetProperty("input");
        Assert.Equal(preview.Body.GetProperty("prompt").GetString(), input.GetProperty("prompt").GetString());
        Assert.Contains("robot from the reference picture (named \"Bolt\")", input.GetProperty("prompt").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, input.GetProperty("seed").GetInt32());
        Assert.Equal(0.045m, preview.Body.GetProperty("price").GetDecimal());
        Assert.StartsWith("<svg", preview.Body.GetProperty("placementSvg").GetString(), StringComparison.Ordinal);
        Assert.Equal(before, await PredictionsAsync());
    }

    [Fact]
    public async Task a_preview_needs_to_be_told_nothing()
    {
        var preview = await run.Scenes.PostAsync("/api/themes/neon-city/preview", new { });

        Assert.Equal("bytedance/seedream-4", preview.Body.GetProperty("model").GetString());
        Assert.False(preview.Body.GetProperty("input").GetProperty("enhance_prompt").GetBoolean());
    }

    [Theory]
    [InlineData("""{"model":"nobody/nothing"}""", "model")]
    [InlineData("""{"seed":-1}""", "seed")]
    [InlineData("""{"avatar":{"name":"Bolt"}}""", "avatar.kind")]
    [InlineData("""{"label":"dusk"}""", "label")]
    public async Task a_preview_of_what_there_is_not_names_the_field(string body, string field)
    {
        var answer = await run.Scenes.PostTextAsync("/api/themes/neon-city/preview", body);

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty(field, out _), answer.Text);
    }

    [Fact]
    public async Task a_scene_tells_the_operator_why_it_looks_as_it_does()
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "sky-islands");
        await run.Scenes.EndAsync(scene);

        var recipe = (await run.Scenes.GetAsync($"/api/ops/scenes/{scene}/recipe")).Body;

        Assert.Equal(
            ("sky-islands", 2, "black-forest-labs/flux-2-pro", "hidden"),
            (Text(recipe, "theme"), recipe.GetProperty("themeVersion").GetInt32(), Text(recipe, "model"), Text(recipe, "modelVersion")));
        Assert.Equal(64, Text(recipe, "themeHash").Length);
        var input = recipe.GetProperty("input");
        Assert.Equal(Text(recipe, "prompt"), Text(input, "prompt"));
        Assert.Equal(recipe.GetProperty("seed").GetInt32(), input.GetProperty("seed").GetInt32());
        Assert.Equal("{avatarUrl}", input.GetProperty("input_images")[0].GetString());
        Assert.Equal(0.44, recipe.GetProperty("avatarBox").GetProperty("height").GetDouble());
    }

    [Fact]
    public async Task what_became_of_its_scenes_is_counted_by_version()
    {
        await run.Scenes.EndAsync(await run.Scenes.CreateAsync(run.Avatars.Fox, "race-track"));

        var report = (await run.Scenes.GetAsync("/api/ops/themes")).Body;

        var counted = Assert.Single(
            report.GetProperty("outcomes").EnumerateArray(), row => Text(row, "theme") == "race-track");
        Assert.Equal(2, counted.GetProperty("version").GetInt32());
        Assert.True(counted.GetProperty("isLive").GetBoolean());
        Assert.Equal(1, counted.GetProperty("scenes").GetProperty("ready").GetInt32());
        Assert.Equal(0.045, counted.GetProperty("cost").GetDouble());
        Assert.Equal(12, report.GetProperty("themes").GetArrayLength());
        Assert.Equal(0, report.GetProperty("refused").GetArrayLength());
        Assert.Equal(400, (await run.Scenes.GetAsync("/api/ops/themes?days=0")).Status);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private async Task<string> PredictionsAsync() => (await run.Scenes.GetAsync("/simulator/ledger/summary")).Text;
}
