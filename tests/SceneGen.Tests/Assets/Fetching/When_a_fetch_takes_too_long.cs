using Microsoft.AspNetCore.Http;
using SceneGen.Assets.Fetching;

namespace SceneGen.Tests.Assets.Fetching;

public sealed class When_a_fetch_takes_too_long
{
    private readonly SemaphoreSlim _next = new(0);
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact(Timeout = 30_000)]
    public async Task silence_for_ten_seconds_ends_it()
    {
        await using var site = await FetchingSite.StartAsync(DripAsync);
        _next.Release();
        var failing = site.FailAsync(site.Url("/a.png?sig=secret"));
        await site.WrittenAsync(1);

        site.Time.Advance(TimeSpan.FromSeconds(10));

        var exception = await failing;
        Assert.Equal(FetchFailure.Unavailable, exception.Failure);
        Assert.Equal(site.Url() + " sent nothing for 10 s.", exception.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task silence_before_the_answer_ends_it_too()
    {
        await using var site = await FetchingSite.StartAsync(DripAsync);
        var failing = site.FailAsync(site.Url());
        await _asked.Task;

        site.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(FetchFailure.Unavailable, (await failing).Failure);
    }

    [Fact(Timeout = 30_000)]
    public async Task a_slow_drip_is_borne_for_thirty_seconds_in_all()
    {
        await using var site = await FetchingSite.StartAsync(DripAsync);
        var failing = site.FailAsync(site.Url());
        for (var bytes = 1; bytes <= 3; bytes++)
        {
            _next.Release();
            await site.WrittenAsync(bytes);
            site.Time.Advance(TimeSpan.FromSeconds(9));
            Assert.False(failing.IsCompleted);
        }

        _next.Release();
        await site.WrittenAsync(4);
        site.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(site.Url() + " took longer than 30 s.", (await failing).Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task the_caller_may_give_up_and_no_file_is_left()
    {
        await using var site = await FetchingSite.StartAsync(DripAsync);
        using var patience = new CancellationTokenSource();
        _next.Release();
        var download = site.DownloadAsync(site.Url(), ["127.0.0.1"], [], patience.Token);
        await site.WrittenAsync(1);

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download);
        Assert.False(File.Exists(site.Target));
    }

    private async Task DripAsync(HttpContext context)
    {
        _asked.SetResult();
        while (true)
        {
            await _next.WaitAsync(context.RequestAborted);
            await context.Response.Body.WriteAsync(new byte[1], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
