using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks.Telling;
using SceneGen.Callbacks.Upkeep;
using SceneGen.Messaging;
using SceneGen.Persistence.Outbox;
using SceneGen.Tests.Callbacks.Upkeep;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Callbacks;

public sealed class When_a_receiver_is_slow
{
    private const int MostForOne = 8;
    private const int Posts = 30;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_holds_a_few_posts_and_nobody_else_waits_for_it()
    {
        await using var harness = await UpkeepHarness.StartAsync();
        await using var quick = await CallbackReceiver.StartAsync();
        var release = new TaskCompletionSource();
        harness.Receiver.Answer = (_, _) => release.Task;
        var slow = await AddAsync(harness, harness.Receiver.Url, Posts);
        var other = await AddAsync(harness, quick.Url, 1);

        await harness.DoAsync<LateCallbacks>(late => late.SendAgainAsync(Stop));

        // Time stands still meanwhile, for what is held would be missed.
        await Patience.UntilAsync(async () => harness.Receiver.Heard.Count == MostForOne
            && (await harness.ListAsync(other)).TrueForAll(callback => callback.State is CallbackState.Taken));
        Assert.Single(quick.Heard);
        Assert.Equal(MostForOne, harness.Receiver.Heard.Count);
        Assert.All(await harness.ListAsync(slow), callback => Assert.Equal(0, callback.Tries));
        release.SetResult();
        await harness.AreTakenAsync(slow);
    }

    [Fact]
    public async Task as_many_are_posted_at_once_without_the_broker_in_between()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMassTransit(bus => bus.UseBroker(BrokerAddress.Parse("amqp://guest:guest@127.0.0.1:1")));
        await using var provider = services.BuildServiceProvider();

        var concurrency = provider.GetRequiredService<IOptions<OutboxOptions>>().Value.EndpointConcurrency;

        Assert.Equal(64, concurrency[Queues.PostCallbackName]);
    }

    private static async Task<Guid> AddAsync(UpkeepHarness harness, string url, int count)
    {
        var scene = await harness.AddSceneAsync("Canceled", posts => posts.CallbackUrl = url);
        for (var number = 0; number < count; number++)
        {
            await harness.AddCallbackAsync(scene, harness.Scenes.Now - TimeSpan.FromMinutes(6));
        }

        return scene;
    }
}
