using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace SceneGen.Tests.Web.Pictures;

public sealed class When_a_picture_is_asked_for(AssetServer server) : IClassFixture<AssetServer>
{
    [Fact]
    public async Task it_comes_with_headers_that_let_it_be_kept_and_nothing_else()
    {
        using var response = await SendAsync(HttpMethod.Get);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(AssetServer.Picture, await BytesOfAsync(response));
        Assert.Equal($"\"{server.Sha256}\"", response.Headers.ETag!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", HeaderOf(response, "Cache-Control"));
        Assert.Equal("nosniff", HeaderOf(response, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; sandbox", HeaderOf(response, "Content-Security-Policy"));
        Assert.Equal("bytes", HeaderOf(response, "Accept-Ranges"));
        Assert.Equal("image/jpeg", response.Content.Headers.ContentType!.ToString());
        Assert.Null(response.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task a_head_request_gets_the_headers_only()
    {
        using var response = await SendAsync(HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(AssetServer.Picture.Length, response.Content.Headers.ContentLength);
        Assert.Empty(await BytesOfAsync(response));
    }

    [Fact]
    public async Task a_copy_that_is_still_good_is_not_sent_again()
    {
        using var response = await SendAsync(
            HttpMethod.Get, headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{server.Sha256}\"")));

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", HeaderOf(response, "Cache-Control"));
        Assert.Empty(await BytesOfAsync(response));
    }

    [Fact]
    public async Task a_copy_of_something_else_is_replaced()
    {
        using var response = await SendAsync(
            HttpMethod.Get, headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"other\"")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/20")]
    [InlineData("bytes=13-", "picture", "bytes 13-19/20")]
    [InlineData("bytes=-3", "ure", "bytes 17-19/20")]
    public async Task a_part_can_be_had(string range, string part, string contentRange)
    {
        using var response = await SendAsync(
            HttpMethod.Get, headers => headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(part, Encoding.UTF8.GetString(await BytesOfAsync(response)));
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData("bytes=20-", HttpStatusCode.RequestedRangeNotSatisfiable)]
    [InlineData("bytes=0-1,4-5", HttpStatusCode.OK)]
    public async Task parts_that_are_not_there_or_several_are_not(string range, HttpStatusCode status)
    {
        using var response = await SendAsync(
            HttpMethod.Get, headers => headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.jpg")]
    [InlineData("short.jpg")]
    public async Task an_unknown_one_is_a_problem_in_the_usual_form(string name)
    {
        using var response = await server.Client.GetAsync(
            new Uri($"/assets/{name}", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await BytesOfAsync(response));
        Assert.Equal("asset_not_found", problem.RootElement.GetProperty("code").GetString());
        Assert.False(problem.RootElement.GetProperty("retryable").GetBoolean());
        Assert.NotEmpty(problem.RootElement.GetProperty("traceId").GetString()!);
    }

    [Theory]
    [InlineData("png")]
    [InlineData("html")]
    public async Task the_same_bytes_under_another_extension_are_unknown(string extension)
    {
        var status = await server.StatusLineOfAsync($"/assets/{server.Sha256}.{extension}");

        Assert.Contains("404", status, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/assets/../../../../etc/passwd")]
    [InlineData("/assets/..%2f..%2f..%2f..%2fetc%2fpasswd.jpg")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd.jpg")]
    [InlineData("/assets/..%5c..%5cetc%5cpasswd.jpg")]
    [InlineData("/assets/temp%2fdead%2fhalf.jpg")]
    [InlineData("//etc/passwd.jpg")]
    public async Task there_is_no_way_out_of_the_folder(string path)
    {
        var status = await server.StatusLineOfAsync(path);

        Assert.Contains("404", status, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Action<HttpRequestHeaders>? prepare = null)
    {
        using var request = new HttpRequestMessage(method, $"/assets/{server.Sha256}.jpg");
        prepare?.Invoke(request.Headers);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<byte[]> BytesOfAsync(HttpResponseMessage response) =>
        response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        string.Join("; ", response.Headers.NonValidated[name]);
}
