using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Fetching.Transfer;
using SceneGen.Callbacks;
using SceneGen.Replicate.Webhooks;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Callbacks;

public sealed class When_something_is_posted : IAsyncLifetime
{
    private readonly ManualTime _time = new();
    private CallbackReceiver _receiver = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _receiver = await CallbackReceiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task the_receiver_can_tell_who_said_it()
    {
        var outcome = await PostAsync(_receiver.Url, "127.0.0.1");

        Assert.Equal(PostFate.Taken, outcome.Fate);
        var heard = Assert.Single(_receiver.Heard);
        var webhook = new SignedWebhook(heard.Id, heard.Timestamp, heard.Signature, heard.Body);
        Assert.True(WebhookSignature.IsGood(webhook, CallbackReceiver.Secret));
        Assert.True(WebhookSignature.IsRecent(webhook, _time.GetUtcNow()));
        Assert.False(WebhookSignature.IsGood(webhook with { Id = "msg_2" }, CallbackReceiver.Secret));
        Assert.False(WebhookSignature.IsGood(webhook, "whsec_AAAA"));
        Assert.Equal(("msg_1", "application/json", """{"a":1}"""), (heard.Id, heard.ContentType, Encoding.UTF8.GetString(heard.Body)));
    }

    [Theory]
    [InlineData(200, "Taken")]
    [InlineData(204, "Taken")]
    [InlineData(400, "Refused")]
    [InlineData(404, "Refused")]
    [InlineData(410, "Refused")]
    [InlineData(408, "Missed")]
    [InlineData(425, "Missed")]
    [InlineData(429, "Missed")]
    [InlineData(500, "Missed")]
    [InlineData(503, "Missed")]
    public async Task its_status_says_what_came_of_it(int status, string fate)
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, status);

        var outcome = await PostAsync(_receiver.Url, "127.0.0.1");

        Assert.Equal((fate, $"It was answered {status}."), ($"{outcome.Fate}", outcome.Told));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task a_redirect_is_not_followed(int status)
    {
        _receiver.Answer = (_, context) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return CallbackReceiver.StatusAsync(context, status);
        };

        Assert.Equal(PostFate.Refused, (await PostAsync(_receiver.Url, "127.0.0.1")).Fate);
        Assert.Single(_receiver.Heard);
    }

    [Fact]
    public async Task an_answer_without_end_is_not_listened_to()
    {
        _receiver.Answer = async (_, context) =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(new string('x', 4096), context.RequestAborted);
            }
        };

        Assert.Equal(PostFate.Taken, (await PostAsync(_receiver.Url, "127.0.0.1")).Fate);
    }

    [Fact]
    public async Task nobody_waits_longer_than_fifteen_seconds_for_an_answer()
    {
        _receiver.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted)
            .ContinueWith(_ => { }, TaskScheduler.Default);
        var posting = PostAsync(_receiver.Url, "127.0.0.1");
        await _receiver.HeardAsync(1);

        _time.Advance(TimeSpan.FromSeconds(14));
        Assert.False(posting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PostFate.Missed, (await posting).Fate);
    }

    [Fact]
    public async Task one_who_is_away_is_missed()
    {
        await _receiver.DisposeAsync();

        var outcome = await PostAsync("http://127.0.0.1:1/hook?token=secret", "127.0.0.1");

        Assert.Equal(PostFate.Missed, outcome.Fate);
        Assert.DoesNotContain("secret", outcome.Told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/hook")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://[::1]/hook")]
    [InlineData("http://example.org/hook")]
    [InlineData("https://example.org:8443/hook")]
    [InlineData("https://user:word@example.org/hook")]
    public async Task an_address_that_is_not_public_or_not_trusted_is_not_connected_to(string url)
        => Assert.Equal(PostFate.Refused, (await PostAsync(url, "other.example.org")).Fate);

    [Fact]
    public async Task a_name_that_means_a_private_address_is_not_connected_to()
    {
        var network = new Network(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]),
            (_, _) => throw new InvalidOperationException("It was connected to."));
        using var poster = new SignedPoster(OptionsFor(), _time, network);

        Assert.Equal(PostFate.Refused, (await poster.PostAsync(Post("https://example.org/hook"), Stop)).Fate);
    }

    private async Task<PostOutcome> PostAsync(string url, params string[] trusted)
    {
        using var poster = new SignedPoster(OptionsFor(trusted), _time);
        return await poster.PostAsync(Post(url), Stop);
    }

    private static IOptions<FetchingOptions> OptionsFor(params string[] trusted)
        => Options.Create(new FetchingOptions { TrustedHosts = trusted });

    private static SignedPost Post(string url)
        => new(url, [CallbackReceiver.Secret], "msg_1", Encoding.UTF8.GetBytes("""{"a":1}"""));
}
