using SceneGen.Simulator.Painting;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_painting_is_plain
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task predictions_of_one_size_and_format_share_a_picture()
    {
        await using var simulator = await StartAsync();
        var provider = new ProviderCaller(simulator);
        var wide = ProviderCaller.FluxInput("anywhere");
        wide["width"] = 512;

        var files = new List<byte[]>();
        foreach (var input in new[] { ProviderCaller.FluxInput("one"), ProviderCaller.FluxInput("two"), wide })
        {
            var done = await provider.FinishAsync(await provider.CreateAsync(input));
            files.Add(await simulator.Http.GetByteArrayAsync(done["output"]!.GetValue<string>(), Canceled));
        }

        Assert.Equal(files[0], files[1]);
        Assert.Equal(2, Directory.GetFiles(simulator.Folder["pictures"]).Length);
        using var picture = new PictureFile(files[2]);
        Assert.Equal("512", await picture.FieldAsync("width"));
        Assert.Equal("272", await picture.FieldAsync("height"));
        Assert.StartsWith("pngload", await picture.FieldAsync("vips-loader"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_avatar_is_fetched_nevertheless()
    {
        await using var pictures = await PictureServer.StartAsync();
        await using var simulator = await StartAsync();
        var provider = new ProviderCaller(simulator);

        var done = await provider.MakeAsync("anywhere", pictures.MagentaUrl);
        var failed = await provider.MakeAsync("anywhere", pictures.MissingUrl);

        Assert.Equal("succeeded", done["status"]!.GetValue<string>());
        Assert.Equal(1, pictures.Requests);
        Assert.Equal("failed", failed["status"]!.GetValue<string>());
    }

    private static Task<SimulatorHost> StartAsync()
    {
        return SimulatorHost.StartAsync(configure: options => options.Painting = PaintingMode.Plain);
    }
}
