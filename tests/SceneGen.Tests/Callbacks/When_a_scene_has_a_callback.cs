using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Callbacks.Messages;
using SceneGen.Callbacks.Telling;
using SceneGen.Contracts;
using SceneGen.Messaging;
using SceneGen.Replicate.Webhooks;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_scene_has_a_callback(TimedSceneHarness harness) : IClassFixture<TimedSceneHarness>, IAsyncLifetime
{
    private const string FormerSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20),
        TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private CallbackReceiver _receiver = null!;

    public async ValueTask InitializeAsync()
    {
        _receiver = await CallbackReceiver.StartAsync();
        (harness.Callbacks.Secret, harness.Callbacks.FormerSecret) = (CallbackReceiver.Secret, FormerSecret);
    }

    public ValueTask DisposeAsync() => _receiver.DisposeAsync();

    [Fact]
    public async Task its_end_is_posted_as_the_bus_says_it_and_signed_by_both_secrets()
    {
        var scene = await StartAsync("AwaitingTheme");

        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene });

        var said = await harness.SaysAsync<SceneCanceled>(message => message.SceneId == scene);
        var callback = await EndsAsync(scene, CallbackState.Taken);
        var post = Assert.Single(_receiver.Heard);
        var body = JsonDocument.Parse(post.Body).RootElement;
        Assert.Equal(
            ("scene.canceled", $"msg_{callback.Id:N}", "http_204"),
            (body.GetProperty("type").GetString(), post.Id, callback.LastOutcome));
        Assert.Equal(said, body.GetProperty("data").Deserialize<SceneCanceled>(JsonSerializerOptions.Web));
        Assert.EndsWith("Z", body.GetProperty("timestamp").GetString(), StringComparison.Ordinal);
        var webhook = new SignedWebhook(post.Id, post.Timestamp, post.Signature, post.Body);
        Assert.All(
            new[] { CallbackReceiver.Secret, FormerSecret }, secret => Assert.True(WebhookSignature.IsGood(webhook, secret)));
        Assert.False(WebhookSignature.IsGood(webhook, "whsec_AAAA"));
    }

    [Fact]
    public async Task each_event_is_posted_under_an_id_of_its_own()
    {
        var scene = await StartAsync("Generating");
        await harness.HearAndSettleAsync(A.Failure(scene) with { Retryable = false, Fault = SceneFault.Avatar });
        var avatar = (await harness.FindAsync(scene))!.AvatarId;
        await HearsAsync(1);

        await harness.HearAndSettleAsync(new AvatarRolledBack { SceneId = scene, AvatarId = avatar });

        await HearsAsync(2);
        Assert.Equal(["scene.failed", "scene.rolledBack"], _receiver.Heard.Select(TypeOf));
        Assert.Equal(2, _receiver.Heard.Select(post => post.Id).Distinct().Count());
    }

    [Fact]
    public async Task one_that_is_never_taken_is_posted_for_four_days_under_one_id_and_then_given_up()
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, 404);
        var scene = await CancelAsync();
        foreach (var (pause, posts) in Pauses.Select((pause, index) => (pause, index + 1)))
        {
            await HearsAsync(posts);
            await WaitsAsync(scene, posts);
            Assert.Equal(pause, (await FindAsync(scene)).NextAt - (await FindAsync(scene)).LastAt);
            harness.Advance(pause);
        }

        await HearsAsync(Pauses.Length + 1);
        var callback = await EndsAsync(scene, CallbackState.Failed);
        Assert.Equal((11, "http_404"), (callback.Tries, callback.LastOutcome));
        Assert.Single(_receiver.Heard.Select(post => post.Id).Distinct());
        await NotesAsync(scene, TimelineCodes.CallbackGivenUp, "http_404");
    }

    [Fact]
    public async Task a_receiver_that_is_gone_is_posted_to_no_more()
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, 410);

        var callback = await EndsAsync(await CancelAsync(), CallbackState.Failed);

        Assert.Equal((1, "http_410"), (callback.Tries, callback.LastOutcome));
    }

    [Theory]
    [InlineData("7200", 7200)]
    [InlineData("1", 5)]
    [InlineData("9999999", 24 * 3600)]
    public async Task a_receiver_may_ask_for_more_peace_and_not_for_less(string asked, int seconds)
    {
        _receiver.Answer = (_, context) =>
        {
            context.Response.Headers.RetryAfter = asked;
            return CallbackReceiver.StatusAsync(context, 429);
        };
        var scene = await CancelAsync();

        await WaitsAsync(scene, 1);

        var callback = await FindAsync(scene);
        Assert.Equal(seconds, (callback.NextAt - callback.LastAt)!.Value.TotalSeconds);
    }

    [Fact]
    public async Task a_command_that_comes_twice_posts_once()
    {
        var scene = await CancelAsync();
        var callback = await EndsAsync(scene, CallbackState.Taken);
        await harness.InDatabaseAsync(database => database.Callbacks
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, CallbackState.Waiting)));

        var id = Guid.NewGuid();
        await (await harness.Bus.Bus.GetSendEndpoint(Queues.PostCallback)).Send(
            new PostCallback { CallbackId = callback.Id, Tries = 0 },
            Pipe.Execute<SendContext>(context => context.MessageId = id),
            TestContext.Current.CancellationToken);

        Assert.Null(await harness.Messages.ConsumedAsync(id));
        Assert.Single(_receiver.Heard);
    }

    [Fact]
    public async Task it_waits_while_there_is_no_secret()
    {
        (harness.Callbacks.Secret, harness.Callbacks.FormerSecret) = ("", "");
        var scene = await CancelAsync();

        await WaitsAsync(scene, 1);

        Assert.Equal("unsigned", (await FindAsync(scene)).LastOutcome);
        Assert.Empty(_receiver.Heard);
    }

    [Fact]
    public async Task the_timeline_says_that_it_was_taken()
    {
        var scene = await CancelAsync();

        await EndsAsync(scene, CallbackState.Taken);

        await NotesAsync(scene, TimelineCodes.CallbackTaken, "http_204");
        Assert.DoesNotContain(
            await harness.TimelineAsync(scene), entry => entry.Text.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task nothing_of_it_stays_when_the_scene_is_deleted()
    {
        _receiver.Answer = (_, context) => CallbackReceiver.StatusAsync(context, 503);
        var scene = await CancelAsync();
        await WaitsAsync(scene, 1);

        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene });
        harness.Advance(TimeSpan.FromMinutes(10));

        Assert.Null((await harness.FindAsync(scene))!.CallbackUrl);
        await harness.UntilAsync(async () => (await harness.WaitingAsync(scene)).Count == 0);
        Assert.Single(_receiver.Heard);
    }

    [Fact]
    public async Task a_scene_without_one_posts_nothing()
    {
        var scene = A.SceneIn("AwaitingTheme");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene.CorrelationId });

        Assert.Equal(0, await harness.InDatabaseAsync(
            database => database.Callbacks.CountAsync(row => row.SceneId == scene.CorrelationId)));
    }

    private static string TypeOf(HeardPost post) => JsonDocument.Parse(post.Body).RootElement.GetProperty("type").GetString()!;

    private async Task<Guid> StartAsync(string state)
    {
        var scene = A.SceneIn(state);
        scene.CallbackUrl = _receiver.Url;
        await harness.AddAsync(scene);
        return scene.CorrelationId;
    }

    private async Task<Guid> CancelAsync()
    {
        var scene = await StartAsync("AwaitingTheme");
        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene });
        return scene;
    }

    private Task HearsAsync(int count) => harness.UntilAsync(() => Task.FromResult(_receiver.Heard.Count >= count));

    private Task<SceneCallback> FindAsync(Guid scene)
        => harness.InDatabaseAsync(database => database.Callbacks.AsNoTracking().SingleAsync(row => row.SceneId == scene));

    private async Task<SceneCallback> EndsAsync(Guid scene, CallbackState state)
    {
        await harness.UntilAsync(async () => (await FindAsync(scene)).State == state);
        return await FindAsync(scene);
    }

    private async Task WaitsAsync(Guid scene, int tries)
    {
        await harness.UntilAsync(async () => (await FindAsync(scene)).Tries == tries);
        Assert.Equal(CallbackState.Waiting, (await FindAsync(scene)).State);
    }

    private async Task NotesAsync(Guid scene, string code, string outcome)
    {
        await harness.UntilAsync(async () => (await harness.TimelineAsync(scene)).Any(entry => entry.Code == code));
        Assert.Contains(
            await harness.TimelineAsync(scene),
            entry => entry.Code == code && TimelineFacts.Parse(entry.Data)!.Code == outcome);
    }
}
