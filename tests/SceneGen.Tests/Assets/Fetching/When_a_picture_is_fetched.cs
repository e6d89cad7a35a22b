using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_picture_is_fetched
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task its_bytes_are_in_the_file(bool withLength)
    {
        var picture = new byte[300_000];
        new Random(1).NextBytes(picture);
        await using var site = await FetchingSite.StartAsync(async context =>
        {
            context.Response.ContentLength = withLength ? picture.Length : null;
            await context.Response.Body.WriteAsync(picture, context.RequestAborted);
        });

        Assert.Equal(picture.Length, await site.DownloadAsync(site.Url("/a.png?sig=1")));

        Assert.Equal(picture, await File.ReadAllBytesAsync(site.Target, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task redirects_are_followed_three_times()
    {
        await using var site = await FetchingSite.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], null);
            return left == 0 ? context.Response.WriteAsync("here") : Redirect(context, $"{left - 1}");
        });

        Assert.Equal(4, await site.DownloadAsync(site.Url("/3")));

        File.Delete(site.Target);
        var exception = await site.FailAsync(site.Url("/4"));
        Assert.Equal(FetchFailure.Refused, exception.Failure);
        Assert.Equal(site.Url("/4") + " redirects more than 3 times.", exception.Message);
    }

    [Fact]
    public async Task the_request_tells_nothing_of_us()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "a=b";
            foreach (var (name, value) in context.Request.Headers)
            {
                headers[name] = value.ToString();
            }

            return context.Request.Path == "/0" ? Task.CompletedTask : Redirect(context, "0");
        });

        using var trace = new Activity("a trace of our own").Start();
        await site.DownloadAsync(site.Url("/1"));

        Assert.Equal(["Accept", "Host", "User-Agent"], headers.Keys.Order(StringComparer.Ordinal));
    }

    private static Task Redirect(HttpContext context, string location)
    {
        context.Response.Redirect(location);
        return Task.CompletedTask;
    }
}
