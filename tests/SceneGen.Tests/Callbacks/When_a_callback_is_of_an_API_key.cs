using System.Security.Cryptography;
using System.Text;
using SceneGen.Contracts;
using SceneGen.Replicate.Webhooks;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Callbacks;

/// <summary>Each caller's receivers check with a secret of their own, and none can sign for another's.</summary>
public sealed class When_a_callback_is_of_an_API_key(TimedSceneHarness harness) : IClassFixture<TimedSceneHarness>, IAsyncLifetime
{
    private const string Own = CallbackReceiver.Secret;
    private const string Former = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private CallbackReceiver _receiver = null!;

    public async ValueTask InitializeAsync() => _receiver = await CallbackReceiver.StartAsync();

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task the_secret_of_its_name_alone_signs()
    {
        (harness.Callbacks.Secret, harness.Callbacks.FormerSecret) = (Own, "");

        var post = await HearAsync("shop");

        Assert.True(IsGood(post, Derived(Own, "shop")));
        Assert.False(IsGood(post, Derived(Own, "blog")));
        Assert.False(IsGood(post, Own));
    }

    [Fact]
    public async Task the_services_own_signs_where_no_name_is_known()
    {
        (harness.Callbacks.Secret, harness.Callbacks.FormerSecret) = (Own, "");

        var post = await HearAsync(caller: null);

        Assert.True(IsGood(post, Own));
        Assert.Single(post.Signature.Split(' '));
    }

    [Fact]
    public async Task while_the_secret_is_replaced_what_each_receiver_may_know_signs()
    {
        (harness.Callbacks.Secret, harness.Callbacks.FormerSecret) = (Own, Former);

        var post = await HearAsync("shop");

        Assert.All(
            new[] { Derived(Own, "shop"), Derived(Former, "shop"), Former }, secret => Assert.True(IsGood(post, secret)));
        Assert.False(IsGood(post, Own));
    }

    [Fact]
    public async Task nobody_is_named_by_a_scene_that_was_deleted()
    {
        var scene = await CancelAsync("shop");

        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene });

        Assert.Null((await harness.FindAsync(scene))!.CallbackCaller);
    }

    /// <summary>As the documentation tells it, and not by the service's own code.</summary>
    private static string Derived(string own, string name)
    {
        var key = Convert.FromBase64String(own["whsec_".Length..]);
        return "whsec_" + Convert.ToBase64String(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"scenegen/callback-secret/v1\n{name}")));
    }

    private static bool IsGood(HeardPost post, string secret)
        => WebhookSignature.IsGood(new SignedWebhook(post.Id, post.Timestamp, post.Signature, post.Body), secret);

    private async Task<HeardPost> HearAsync(string? caller)
    {
        await CancelAsync(caller);
        await harness.UntilAsync(() => Task.FromResult(_receiver.Heard.Count > 0));
        return _receiver.Heard[0];
    }

    private async Task<Guid> CancelAsync(string? caller)
    {
        var scene = A.SceneIn("AwaitingTheme");
        (scene.CallbackUrl, scene.CallbackCaller) = (_receiver.Url, caller);
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene.CorrelationId });
        return scene.CorrelationId;
    }
}
