using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_picture_is_its_own_url
{
    private const int MostBytes = 20 * 1024 * 1024;

    [Theory]
    [InlineData("data:image/png;base64,UElDVFVSRQ==")]
    [InlineData("DATA:image/png;name=a.png;BASE64,UElDVFVSRQ==")]
    public async Task its_bytes_are_in_the_file_and_nobody_is_asked(string url)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        Assert.Equal(7, await site.DownloadAsync(url));

        Assert.Equal("PICTURE", await File.ReadAllTextAsync(site.Target, TestContext.Current.CancellationToken));
        Assert.Equal(0, site.Requests);
    }

    [Theory]
    [InlineData("data:")]
    [InlineData("data:image/png;base64")]
    [InlineData("data:image/png,PICTURE")]
    [InlineData("data:image/png;base64,secret!")]
    [InlineData("data:image/png;base64,UElD%56FVSRQ==")]
    public async Task what_is_not_in_base64_is_rejected_and_not_repeated(string url)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        var exception = await site.FailAsync(url);

        Assert.Equal(
            (FetchFailure.Rejected, "A data URL is not in base64."), (exception.Failure, exception.Message));
    }

    [Theory]
    [InlineData(MostBytes, true)]
    [InlineData(MostBytes + 1, false)]
    [InlineData(MostBytes + 2, false)]
    [InlineData(MostBytes + 3, false)]
    public async Task it_may_be_as_large_as_any_other(int bytes, bool isTaken)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);
        var url = "data:image/png;base64," + Convert.ToBase64String(new byte[bytes]);

        if (isTaken)
        {
            Assert.Equal(bytes, await site.DownloadAsync(url));
            return;
        }

        Assert.Equal(FetchFailure.TooLarge, (await site.FailAsync(url)).Failure);
    }
}
