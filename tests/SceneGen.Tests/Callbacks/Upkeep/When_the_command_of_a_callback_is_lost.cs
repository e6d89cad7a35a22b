using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Callbacks.Upkeep;
using SceneGen.Data.Leases;
using SceneGen.Scenes;

namespace SceneGen.Tests.Callbacks.Upkeep;

public sealed class When_the_command_of_a_callback_is_lost : IAsyncLifetime
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan BetweenPasses = TimeSpan.FromMinutes(1);

    private UpkeepHarness _harness = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => _harness.Scenes.Now;

    public async ValueTask InitializeAsync() => _harness = await UpkeepHarness.StartAsync();

    public ValueTask DisposeAsync() => _harness.DisposeAsync();

    [Fact]
    public async Task it_is_posted_nevertheless_and_once()
    {
        var scene = await AddAsync(Now - Late);

        Assert.Equal(1, await SendAgainAsync());
        Assert.Equal(0, await SendAgainAsync());

        await _harness.AreTakenAsync(scene);
        Assert.Single(_harness.Receiver.Heard);
    }

    [Fact]
    public async Task a_whole_queue_of_them_is()
    {
        var scene = await _harness.AddSceneAsync("Canceled");
        for (var number = 0; number < 230; number++)
        {
            await _harness.AddCallbackAsync(scene, Now - Late);
        }

        Assert.Equal(230, await SendAgainAsync());
    }

    [Fact]
    public async Task one_that_is_not_late_is_left_alone()
    {
        await AddAsync(Now - TimeSpan.FromMinutes(4));

        Assert.Equal(0, await SendAgainAsync());
    }

    [Fact]
    public async Task one_that_is_being_posted_is_not_late()
    {
        var release = new TaskCompletionSource();
        _harness.Receiver.Answer = (_, _) => release.Task;
        var scene = await AddAsync(Now - Late);
        await SendAgainAsync();
        await _harness.Scenes.UntilAsync(() => Task.FromResult(_harness.Receiver.Heard.Count == 1));

        var callback = Assert.Single(await _harness.ListAsync(scene));

        Assert.InRange(callback.NextAt!.Value, Now + TimeSpan.FromSeconds(30), Now + TimeSpan.FromMinutes(1));
        release.SetResult();
        await _harness.AreTakenAsync(scene);
    }

    [Fact]
    public async Task one_of_a_deleted_scene_goes_without_a_post()
    {
        var scene = await _harness.AddSceneAsync("Canceled", deleted => deleted.ErasedAt = Now);
        await _harness.AddCallbackAsync(scene, Now - Late);

        await SendAgainAsync();

        await _harness.Scenes.UntilAsync(async () => (await _harness.ListAsync(scene)).Count == 0);
        Assert.Empty(_harness.Receiver.Heard);
    }

    [Fact]
    public async Task the_service_finds_it_by_itself()
    {
        var services = _harness.Scenes.Services;
        using var watch = new CallbackWatch(
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<SoleWork>(),
            services.GetRequiredService<TimeProvider>(),
            NullLogger<CallbackWatch>.Instance);
        var late = await AddAsync(Now - Late);
        var untold = await _harness.AddSceneAsync(nameof(SceneStateMachine.Expired));

        await watch.StartAsync(Stop);
        await _harness.Scenes.IsWaitedForInAsync(BetweenPasses);
        _harness.Scenes.Advance(BetweenPasses);

        await _harness.AreTakenAsync(late);
        await _harness.AreTakenAsync(untold);
        await watch.StopAsync(Stop);
    }

    private async Task<Guid> AddAsync(DateTimeOffset next)
    {
        // Older than what is looked for where scenes ended without a callback.
        var scene = await _harness.AddSceneAsync("Canceled", ended => ended.StateEnteredAt = Now - TimeSpan.FromDays(9));
        await _harness.AddCallbackAsync(scene, next);
        return scene;
    }

    private Task<int> SendAgainAsync() => _harness.DoAsync<LateCallbacks>(late => late.SendAgainAsync(Stop));
}
