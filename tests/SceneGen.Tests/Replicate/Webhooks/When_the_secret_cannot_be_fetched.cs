using System.Globalization;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;

namespace SceneGen.Tests.Replicate.Webhooks;

public sealed class When_the_secret_cannot_be_fetched : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Answer = $$"""{"key":"{{Secret}}"}""";
    private ReplicateDriver _provider = null!;
    private ReplicateCaller _caller = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task webhooks_that_cannot_be_judged_do_not_ask_for_it_one_by_one()
    {
        _provider.Otherwise = 503;

        for (var webhook = 0; webhook < 3; webhook++)
        {
            await Assert.ThrowsAsync<ReplicateException>(() => IsGenuineAsync(Forged()));
        }

        Assert.Single(_provider.Requests);
    }

    [Fact]
    public async Task it_is_asked_for_again_after_five_seconds()
    {
        _provider.WillAnswer(503, "");
        await Assert.ThrowsAsync<ReplicateException>(() => IsGenuineAsync(Genuine()));
        _provider.WillAnswer(200, Answer);

        _caller.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await IsGenuineAsync(Genuine()));
    }

    [Fact]
    public async Task a_forged_one_is_told_from_a_genuine_one_by_what_is_known()
    {
        _provider.WillAnswer(200, Answer);
        Assert.True(await IsGenuineAsync(Genuine()));
        _caller.Time.Advance(TimeSpan.FromMinutes(1));
        _provider.Otherwise = 503;

        Assert.False(await IsGenuineAsync(Forged()));
        Assert.False(await IsGenuineAsync(Forged()));

        Assert.Equal(2, _provider.Requests.Count);
        Assert.True(await IsGenuineAsync(Genuine()));
    }

    public async ValueTask InitializeAsync()
    {
        _provider = await ReplicateDriver.StartAsync();
        _caller = new ReplicateCaller(_provider.BaseUrl);
    }

    public async ValueTask DisposeAsync()
    {
        _caller.Dispose();
        await _provider.DisposeAsync();
    }

    private Task<bool> IsGenuineAsync(SignedWebhook webhook) => _caller.Webhooks.IsGenuineAsync(webhook, Stop);

    private SignedWebhook Genuine()
    {
        var webhook = Forged();
        return webhook with { Signatures = WebhookSignature.Sign(webhook.Id, webhook.Timestamp, webhook.Body, Secret) };
    }

    private SignedWebhook Forged()
    {
        var now = _caller.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new SignedWebhook("w1", now, "v1,AAAA", "{}"u8.ToArray());
    }
}
