using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Live.Wire;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Live;

public sealed class When_an_instance_watches_for_long : IAsyncDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    private readonly ManualTime _time = new();
    private readonly ServiceProvider _services;
    private readonly SceneChanges _changes;
    private readonly ChangePost _post;
    private readonly InterestTimer _timer;

    public When_an_instance_watches_for_long()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddMetrics().AddSingleton<TimeProvider>(_time).AddSceneChanges();
        _services = services.BuildServiceProvider();
        _changes = _services.GetRequiredService<SceneChanges>();
        _post = _services.GetRequiredService<ChangePost>();
        _timer = ActivatorUtilities.CreateInstance<InterestTimer>(_services);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _timer.StopAsync(CancellationToken.None);
        _timer.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task the_others_hear_of_it_again_before_they_forget_it()
    {
        _post.Open();
        await _timer.StartAsync(Stop);
        using (_changes.Watch(Guid.NewGuid()))
        {
            for (var minute = TimeSpan.Zero; minute < TimeSpan.FromMinutes(1); minute += Step)
            {
                await _post.WaitAsync(Stop);
                Assert.True(ChangeNotice.Parse(Assert.Single(_post.Take())).IsInterest);
                await TickAsync();
            }

            await _post.WaitAsync(Stop);
            Assert.Single(_post.Take());
        }

        await TickAsync();
        await TickAsync();
        Assert.Empty(_post.Take());
    }

    private async Task TickAsync()
    {
        while (!_time.IsWaitedForIn(Step))
        {
            await Task.Delay(1, Stop);
        }

        _time.Advance(Step);
    }
}
