using System.Security.Cryptography;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_a_stored_file_is_damaged(Embedded run) : IClassFixture<Embedded>
{
    [Fact]
    public async Task it_is_not_served_and_is_mended_while_the_provider_has_the_picture()
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", "damaged k");
        var image = (await run.Scenes.EndAsync(scene)).GetProperty("image");
        var (url, hash) = (image.GetProperty("url").GetString()!, image.GetProperty("sha256").GetString()!);
        var path = Path.Combine(run.Process.Folder, "data", "assets", hash[..2], $"{hash}.jpg");
        await File.WriteAllTextAsync(path, "half a picture", TestContext.Current.CancellationToken);

        var torn = await run.Scenes.GetAsync(url);
        Assert.Equal((503, "asset_damaged"), (torn.Status, torn.Body.GetProperty("code").GetString()));

        await Eventually.IsTrueAsync(
            () => Task.FromResult(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) == hash),
            "the file is mended");
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await run.Scenes.DownloadAsync(url))));
        Assert.Equal("ready", (await run.Scenes.GetAsync($"/api/scenes/{scene}")).Body.GetProperty("status").GetString());
        Assert.Single(await run.World.PredictionsAsync("damaged k"));
    }

    [Fact]
    public async Task one_that_is_missing_is_put_there_again_as_soon_as_somebody_asks_for_it()
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "coral-reef", "missing l");
        var image = (await run.Scenes.EndAsync(scene)).GetProperty("image");
        var (url, hash) = (image.GetProperty("url").GetString()!, image.GetProperty("sha256").GetString()!);
        var path = Path.Combine(run.Process.Folder, "data", "assets", hash[..2], $"{hash}.jpg");
        File.Delete(path);

        Assert.Equal(404, (await run.Scenes.GetAsync(url)).Status);

        await Eventually.IsTrueAsync(() => Task.FromResult(File.Exists(path)), "the file is there again");
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await run.Scenes.DownloadAsync(url))));
    }
}
