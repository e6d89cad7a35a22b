using System.Net;
using System.Text.Json.Nodes;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_a_prediction_is_created
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_starts_then_runs_then_succeeds()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);

        var id = await provider.CreateAsync(ProviderCaller.FluxInput("somewhere"));
        var starting = await provider.GetAsync(id);
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        var running = await provider.GetAsync(id);
        var done = await provider.FinishAsync(id);

        Assert.Matches("^[a-z0-9]{26}$", id);
        Assert.Equal("starting", starting["status"]!.GetValue<string>());
        Assert.Null(starting["output"]);
        Assert.Equal("processing", running["status"]!.GetValue<string>());
        Assert.EndsWith("Z", running["started_at"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("succeeded", done["status"]!.GetValue<string>());
        Assert.Equal("hidden", done["version"]!.GetValue<string>());
        Assert.Equal(1, done["metrics"]!["image_count"]!.GetValue<int>());
        Assert.EndsWith("/out.png", done["output"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("on a space station")]
    [InlineData("in an enchanted forest")]
    [InlineData("in a neon city")]
    [InlineData("anywhere")]
    public async Task the_picture_has_the_size_asked_for_and_the_avatar_in_it(string prompt)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        await using var pictures = await PictureServer.StartAsync();

        var input = ProviderCaller.FluxInput(prompt, pictures.MagentaUrl);
        (input["width"], input["height"]) = (480, 276);
        var provider = new ProviderCaller(simulator);
        var done = await provider.FinishAsync(await provider.CreateAsync(input));

        using var response = await simulator.Http.GetAsync(done["output"]!.GetValue<string>(), Canceled);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=3600", response.Headers.CacheControl?.ToString());
        using var picture = new PictureFile(await response.Content.ReadAsByteArrayAsync(Canceled));
        Assert.Equal("480", await picture.FieldAsync("width"));
        Assert.Equal("272", await picture.FieldAsync("height"));
        Assert.StartsWith("pngload", await picture.FieldAsync("vips-loader"), StringComparison.Ordinal);
        Assert.True(await IsMagentaAsync(picture, 240, 150), "The avatar is not in the picture.");
        Assert.False(await IsMagentaAsync(picture, 60, 150), "There is no scene beside the avatar.");
    }

    [Fact]
    public async Task seedream_answers_with_an_array_of_one_jpeg_of_the_exact_size()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var input = new JsonObject
        {
            ["prompt"] = "anywhere",
            ["size"] = "custom",
            ["width"] = 1920,
            ["height"] = 1080,
            ["image_input"] = new JsonArray($"{simulator.Http.BaseAddress}simulator/samples/teapot.png"),
        };

        var done = await provider.FinishAsync(await provider.CreateAsync(input, "bytedance/seedream-4"));

        var output = Assert.Single(done["output"]!.AsArray())!.GetValue<string>();
        using var picture = new PictureFile(await simulator.Http.GetByteArrayAsync(output, Canceled));
        Assert.StartsWith("jpegload", await picture.FieldAsync("vips-loader"), StringComparison.Ordinal);
        Assert.Equal("1920", await picture.FieldAsync("width"));
        Assert.Equal("1080", await picture.FieldAsync("height"));
    }

    [Fact]
    public async Task what_it_made_is_gone_after_an_hour()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var done = await provider.MakeAsync("somewhere");

        simulator.Clock.Advance(TimeSpan.FromHours(1));

        var removed = await provider.GetAsync(done["id"]!.GetValue<string>());
        Assert.Equal("succeeded", removed["status"]!.GetValue<string>());
        Assert.True(removed["data_removed"]!.GetValue<bool>());
        Assert.Null(removed["output"]);
        Assert.Empty(removed["input"]!.AsObject());
        using var response = await simulator.Http.GetAsync(done["output"]!.GetValue<string>(), Canceled);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    /// <summary>Give or take the light that lies over the whole scene.</summary>
    private static async Task<bool> IsMagentaAsync(PictureFile picture, int x, int y)
    {
        var bands = (await picture.PixelAsync(x, y)).Split(' ').Select(double.Parse).ToArray();
        return bands is [> 200, < 70, > 200];
    }
}
