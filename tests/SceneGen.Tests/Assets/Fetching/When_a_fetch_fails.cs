using Microsoft.AspNetCore.Http;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_fetch_fails
{
    private const int MostBytes = 20 * 1024 * 1024;

    [Theory]
    [InlineData(404, FetchFailure.Gone)]
    [InlineData(410, FetchFailure.Gone)]
    [InlineData(401, FetchFailure.Rejected)]
    [InlineData(403, FetchFailure.Rejected)]
    [InlineData(418, FetchFailure.Rejected)]
    [InlineData(204, FetchFailure.Rejected)]
    [InlineData(304, FetchFailure.Rejected)]
    [InlineData(408, FetchFailure.Unavailable)]
    [InlineData(429, FetchFailure.Unavailable)]
    [InlineData(500, FetchFailure.Unavailable)]
    [InlineData(503, FetchFailure.Unavailable)]
    public async Task the_status_decides_the_failure(int status, FetchFailure failure)
    {
        await using var site = await FetchingSite.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var exception = await site.FailAsync(site.Url("/a.png?sig=secret"));

        Assert.Equal(failure, exception.Failure);
        Assert.Equal($"{site.Url()} answered {status}.", exception.Message);
    }

    [Fact]
    public async Task exactly_20_MiB_are_taken()
    {
        await using var site = await FetchingSite.StartAsync(context => WriteAsync(context, MostBytes));

        Assert.Equal(MostBytes, await site.DownloadAsync(site.Url()));
    }

    [Fact(Timeout = 30_000)]
    public async Task more_is_cut_off_while_it_streams()
    {
        await using var site = await FetchingSite.StartAsync(async context =>
        {
            await WriteAsync(context, MostBytes + 1);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await AbortedAsync(context);
        });

        var exception = await site.FailAsync(site.Url());

        Assert.Equal(FetchFailure.TooLarge, exception.Failure);
        Assert.Equal(site.Url() + " is larger than 20 MiB.", exception.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task an_announced_length_over_20_MiB_is_not_even_begun()
    {
        await using var site = await FetchingSite.StartAsync(async context =>
        {
            context.Response.ContentLength = MostBytes + 1;
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await AbortedAsync(context);
        });

        Assert.Equal(FetchFailure.TooLarge, (await site.FailAsync(site.Url())).Failure);
    }

    [Fact]
    public async Task a_body_that_breaks_off_is_unavailable_and_leaves_no_file()
    {
        await using var site = await FetchingSite.StartAsync(async context =>
        {
            context.Response.ContentLength = 2000;
            await WriteAsync(context, 1000);
            context.Abort();
        });

        var exception = await site.FailAsync(site.Url());

        Assert.Equal(FetchFailure.Unavailable, exception.Failure);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/a.png?sig=secret", "127.0.0.1")]
    [InlineData("http://no-such-host.invalid/a.png?sig=secret", "no-such-host.invalid")]
    public async Task nobody_there_is_unavailable(string url, string host)
    {
        await using var site = await FetchingSite.StartAsync(_ => Task.CompletedTask);

        var exception = await site.FailAsync(url, [host]);

        Assert.Equal(FetchFailure.Unavailable, exception.Failure);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_full_or_missing_disk_is_not_the_other_sides_failure()
    {
        await using var site = await FetchingSite.StartAsync(context => WriteAsync(context, 10));
        Directory.CreateDirectory(site.Target);

        await Assert.ThrowsAnyAsync<UnauthorizedAccessException>(() => site.DownloadAsync(site.Url()));
    }

    private static Task WriteAsync(HttpContext context, int bytes) =>
        context.Response.Body.WriteAsync(new byte[bytes], context.RequestAborted).AsTask();

    private static Task AbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.RequestAborted.Register(aborted.SetResult);
        return aborted.Task;
    }
}
