using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Callbacks.Upkeep;
using SceneGen.Data;
using SceneGen.Operations.Audit;
using SceneGen.Operations.Callbacks;
using SceneGen.Persistence.Scheduling;

namespace SceneGen.Tests.Callbacks.Upkeep;

public sealed class When_one_that_is_being_posted_is_replayed
{
    private static readonly OperatorOrder Order = new()
    {
        Key = new Guid("7c0e6f5e-2b0a-4a57-9e0d-5f5a6f1f7a12"),
        Who = "operator",
        Action = OperatorActions.ReplayCallbacks,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_posted_again_and_the_first_post_does_not_count()
    {
        await using var harness = await UpkeepHarness.StartAsync();
        var first = new TaskCompletionSource();
        harness.Receiver.Answer = async (number, context) =>
        {
            if (number == 1)
            {
                await first.Task;
                await CallbackReceiver.StatusAsync(context, 410);
            }
        };
        var scene = await harness.AddSceneAsync("Canceled");
        await harness.AddCallbackAsync(scene, harness.Scenes.Now - TimeSpan.FromMinutes(6));
        await harness.DoAsync<LateCallbacks>(late => late.SendAgainAsync(Stop));
        await harness.Scenes.UntilAsync(() => Task.FromResult(harness.Receiver.Heard.Count == 1));

        Assert.Equal(1, await ReplayAsync(harness, new CallbackChoice { SceneId = scene }));
        first.SetResult();

        await harness.AreTakenAsync(scene);
        Assert.Equal(2, harness.Receiver.Heard.Count);
        Assert.Single(harness.Receiver.Heard.Select(post => post.Id).Distinct());
    }

    private static async Task<int> ReplayAsync(UpkeepHarness harness, CallbackChoice choice)
    {
        await using var scope = harness.Scenes.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (database, time) = (services.GetRequiredService<SceneDbContext>(), services.GetRequiredService<TimeProvider>());
        var desk = new CallbackDesk(
            database,
            services.GetRequiredService<ISendEndpointProvider>(),
            services.GetRequiredService<PendingTimers<SceneDbContext>>(),
            new OperatorAudit(database, time),
            time);
        return (await desk.ReplayAsync(Order, choice, after: null, Stop)).Count;
    }
}
