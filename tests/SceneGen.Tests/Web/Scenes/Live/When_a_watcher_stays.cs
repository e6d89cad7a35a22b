using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_a_watcher_stays : IAsyncLifetime
{
    private readonly SqliteDatabase _database = new();
    private LiveService _service = null!;
    private SceneChanges _changes = null!;
    private Guid _scene;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _service = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "60s")).StartAsync();
        _changes = _service.Services.GetRequiredService<SceneChanges>();
        _scene = (await _service.AddAsync("Submitting")).CorrelationId;
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task nothing_is_kept_of_what_it_was_shown_before()
    {
        using var watching = _changes.Watch(_scene);
        watching.Begin(1);

        var first = await MoveAsync(watching, "Generating");
        var second = await MoveAsync(watching, "Storing");
        GC.Collect();

        Assert.False(first.IsAlive);
        Assert.True(second.IsAlive);
        GC.KeepAlive(watching);
    }

    [Fact]
    public void who_was_overtaken_in_reading_reads_once_more()
    {
        using var slow = _changes.Watch(_scene);
        using var quick = _changes.Watch(_scene);

        Assert.True(quick.Begin(5));
        Assert.False(slow.Begin(4));
        Assert.True(slow.Begin(5));
    }

    [Fact]
    public async Task what_no_user_is_told_of_costs_no_reading()
    {
        var lookout = _service.Services.GetRequiredService<SceneLookout>();
        using var watching = _changes.Watch(_scene);
        watching.Begin(1);

        await _service.ChangeAsync(_scene, Poll, isTold: false);
        await _changes.LookAsync(Stop);
        await _service.ChangeAsync(_scene, Poll, isTold: false);
        await _changes.LookAsync(Stop);
        Assert.Equal(0, lookout.Reads);

        await _service.EnterAsync(_scene, "Generating", isTold: false);
        await _changes.LookAsync(Stop);
        var update = await watching.NextAsync(Timeout.InfiniteTimeSpan, Stop);
        Assert.Equal([4], update!.Snapshot!.Entries.Select(entry => entry.Sequence));
        Assert.Equal(1, lookout.Reads);
    }

    internal static void Poll(SceneState scene, DateTimeOffset now)
        => scene.Note(
            now,
            new Happened
            {
                Code = TimelineCodes.Polled,
                At = now,
                Facts = new TimelineFacts { Check = 1, Status = "processing" },
            });

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> MoveAsync(Watching watching, string state)
    {
        await _service.EnterAsync(_scene, state);
        return new WeakReference((await watching.NextAsync(Timeout.InfiniteTimeSpan, Stop))!.Snapshot);
    }
}
