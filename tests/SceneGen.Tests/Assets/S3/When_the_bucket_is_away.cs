using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Assets.S3;

public sealed class When_the_bucket_is_away : IAsyncLifetime
{
    private static readonly string Hash = new('a', 64);
    private readonly WebApplication _service;
    private RequestDelegate _answer = _ => Task.CompletedTask;

    public When_the_bucket_is_away()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        _service = builder.Build();
        _service.Run(context => _answer(context));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _service.StartAsync(Stop);

    [Theory]
    [InlineData(StatusCodes.Status500InternalServerError)]
    [InlineData(StatusCodes.Status503ServiceUnavailable)]
    [InlineData(StatusCodes.Status403Forbidden)]
    public async Task the_store_says_so_and_tells_no_secret(int status)
    {
        _answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        await using var store = await OpenAsync(TimeProvider.System);

        var error = await Assert.ThrowsAsync<IOException>(() => store.AddAsync("a picture"u8.ToArray()));
        await Assert.ThrowsAsync<IOException>(() => store.ReadAsync(Hash));

        Assert.Contains($"{status}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("S3RVER", $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_service_that_does_not_answer_is_waited_for_half_a_minute()
    {
        var asked = new TaskCompletionSource();
        _answer = context =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        };
        var time = new ManualTime();
        await using var store = await OpenAsync(time);

        var reading = store.ReadAsync(Hash);
        await asked.Task.WaitAsync(Stop);
        time.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<IOException>(() => reading.WaitAsync(TimeSpan.FromSeconds(5), Stop));
    }

    [Fact]
    public async Task a_body_that_breaks_off_is_no_picture()
    {
        _answer = async context =>
        {
            context.Response.ContentLength = 100;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await context.Response.WriteAsync("half a picture", Stop);
                await context.Response.Body.FlushAsync(Stop);
                context.Abort();
            }
        };
        await using var store = await OpenAsync(TimeProvider.System);

        await Assert.ThrowsAnyAsync<IOException>(() => store.ReadAsync(Hash));
    }

    [Fact]
    public async Task nobody_listening_is_no_missing_picture()
    {
        await using var store = await OpenAsync(TimeProvider.System);
        await _service.StopAsync(Stop);

        await Assert.ThrowsAsync<IOException>(() => store.ReadAsync(Hash));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task<StoreInBucket> OpenAsync(TimeProvider time)
        => StoreInBucket.OpenAsync(S3Server.OptionsAt(_service.Urls.First()), time: time);
}
