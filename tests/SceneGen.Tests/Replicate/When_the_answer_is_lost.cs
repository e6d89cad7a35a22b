using System.Net;
using System.Net.Sockets;
using SceneGen.Replicate;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Replicate;

public sealed class When_the_answer_is_lost
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_refused_connection_carried_nothing()
    {
        using var caller = new ReplicateCaller($"http://127.0.0.1:{FreePort.Find()}/v1");

        var error = await caller.FailAsync();

        Assert.Null(error.Status);
        Assert.False(error.OutcomeIsUnknown);
        Assert.Equal("Replicate cannot be reached (ConnectionError).", error.Message);
    }

    [Fact]
    public async Task a_connection_that_does_not_come_about_in_time_carried_nothing()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(50),
            ConnectCallback = async (_, stop) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                throw new SocketException((int)SocketError.TimedOut);
            },
        };
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://127.0.0.1:1/v1/") };
        var api = new ReplicateApi(http, new ManualTime());

        var error = await Assert.ThrowsAsync<ReplicateException>(() => api.GetPredictionAsync("p1", Canceled));

        Assert.Null(error.Status);
        Assert.False(error.OutcomeIsUnknown);
    }

    [Fact]
    public async Task a_reset_before_the_answer_leaves_the_outcome_unknown()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var error = await caller.FailAsync();

        Assert.True(error.OutcomeIsUnknown);
    }

    [Fact]
    public async Task a_reset_within_the_answer_leaves_the_outcome_unknown()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("""{"id":"p1","""u8.ToArray(), Canceled);
            await context.Response.Body.FlushAsync(Canceled);
            context.Abort();
        });

        var error = await caller.FailAsync();

        Assert.True(error.OutcomeIsUnknown);
    }

    [Fact]
    public async Task silence_for_thirty_seconds_leaves_the_outcome_unknown()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillBeSilent();
        var call = caller.CreateAsync(TimeSpan.FromMinutes(5));
        await driver.IsAskedAsync();

        caller.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(call.IsCompleted);
        caller.Time.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<ReplicateException>(() => call);
        Assert.True(error.OutcomeIsUnknown);
        Assert.Equal("Replicate did not answer in time.", error.Message);
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"id":"p1"}""")]
    public async Task an_answer_that_cannot_be_read_leaves_the_outcome_unknown(string body)
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        driver.WillAnswer(201, body);

        var error = await caller.FailAsync();

        Assert.True(error.OutcomeIsUnknown);
        Assert.Equal(HttpStatusCode.Created, error.Status);
    }

    [Fact]
    public async Task a_caller_who_gives_up_is_not_told_of_the_provider()
    {
        await using var driver = await ReplicateDriver.StartAsync();
        using var caller = new ReplicateCaller(driver.BaseUrl);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Canceled);
        driver.WillBeSilent();
        var call = caller.Api.GetPredictionAsync("p1", stop.Token);
        await driver.IsAskedAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}
