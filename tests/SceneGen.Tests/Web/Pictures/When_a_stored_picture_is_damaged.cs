using System.Net;
using System.Net.Http.Headers;

namespace SceneGen.Tests.Web.Pictures;

public sealed class When_a_stored_picture_is_damaged : IAsyncLifetime
{
    private readonly AssetServer _server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    [Theory]
    [InlineData("0123456789")]
    [InlineData("0123456789 a picturf")]
    [InlineData("")]
    public async Task not_a_byte_of_it_is_served(string bytes)
    {
        await File.WriteAllTextAsync(_server.PathOf(_server.Sha256), bytes, Stop);

        using var whole = await GetAsync();
        using var part = await GetAsync(new RangeHeaderValue(0, 3));

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable], [whole.StatusCode, part.StatusCode]);
        Assert.Contains("asset_damaged", await whole.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.DoesNotContain("0123", await part.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Null(whole.Headers.CacheControl);
    }

    [Fact]
    public async Task one_that_was_served_before_is_looked_at_again()
    {
        using var before = await GetAsync();
        await File.WriteAllTextAsync(_server.PathOf(_server.Sha256), "0123456789 a picturf", Stop);

        using var after = await GetAsync();

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable], [before.StatusCode, after.StatusCode]);
    }

    [Fact]
    public async Task it_is_served_as_soon_as_it_is_mended()
    {
        await File.WriteAllTextAsync(_server.PathOf(_server.Sha256), "0123", Stop);
        using var torn = await GetAsync();
        await _server.AddAsync(AssetServer.Picture, "jpg");

        using var mended = await GetAsync();

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], [torn.StatusCode, mended.StatusCode]);
        Assert.Equal(AssetServer.Picture, await mended.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task one_that_is_gone_is_not_found()
    {
        File.Delete(_server.PathOf(_server.Sha256));

        using var answer = await GetAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{_server.Sha256}.jpg");
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{_server.Sha256}\""));
        using var conditional = await _server.Client.SendAsync(request, Stop);

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [answer.StatusCode, conditional.StatusCode]);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<HttpResponseMessage> GetAsync(RangeHeaderValue? range = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{_server.Sha256}.jpg");
        request.Headers.Range = range;
        return await _server.Client.SendAsync(request, Stop);
    }
}
