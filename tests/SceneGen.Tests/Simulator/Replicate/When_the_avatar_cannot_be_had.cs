using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

public sealed class When_the_avatar_cannot_be_had
{
    [Fact]
    public async Task a_missing_one_fails_with_the_address()
    {
        await using var pictures = await PictureServer.StartAsync();

        var error = await ErrorAsync(pictures.MissingUrl);

        Assert.Equal($"404 Client Error: Not Found for url: {pictures.MissingUrl}", error);
    }

    [Fact]
    public async Task a_broken_server_fails_with_its_answer()
    {
        await using var pictures = await PictureServer.StartAsync();

        var error = await ErrorAsync(pictures.BrokenUrl);

        Assert.Equal($"503 Server Error: Service Unavailable for url: {pictures.BrokenUrl}", error);
    }

    [Fact]
    public async Task something_else_than_a_picture_is_not_identified()
    {
        await using var pictures = await PictureServer.StartAsync();

        var error = await ErrorAsync(pictures.TextUrl);

        Assert.StartsWith("cannot identify image file", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:9/avatar.png", "HTTPConnectionPool(host='127.0.0.1', port=9): Max retries exceeded")]
    [InlineData("ftp://127.0.0.1/avatar.png", "'ftp' is not a valid URL scheme")]
    [InlineData("data:image/png;base64,AAAA", "cannot identify image file")]
    public async Task an_address_that_leads_nowhere_is_told(string url, string error)
    {
        Assert.StartsWith(error, await ErrorAsync(url), StringComparison.Ordinal);
    }

    private static async Task<string> ErrorAsync(string avatarUrl)
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var prediction = await new ProviderCaller(simulator).MakeAsync("anywhere", avatarUrl);
        Assert.Equal("failed", prediction["status"]!.GetValue<string>());
        return prediction["error"]!.GetValue<string>();
    }
}
