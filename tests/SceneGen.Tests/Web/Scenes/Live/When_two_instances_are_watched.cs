using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_two_instances_are_watched : IAsyncLifetime
{
    private const int Changes = 30;
    private const int Watchers = 20;

    private readonly PostgresDatabase _database = new();
    private LiveService _one = null!;
    private LiveService _two = null!;

    public async ValueTask InitializeAsync()
    {
        // So long that only a notice wakes the other one within a test's patience.
        _one = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "60s")).StartAsync();
        _two = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "60s")).StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task the_other_ones_changes_are_shown_without_delay()
    {
        var scene = (await _one.AddAsync("Submitting")).CorrelationId;
        using var watcher = await _two.WatchAsync(scene);
        await watcher.NextAsync();

        // Until the first instance has heard that somebody watches at the second, what it commits is not told there.
        var next = watcher.NextAsync();
        while (!next.IsCompleted)
        {
            await _one.ChangeAsync(scene, Note);
            await Task.WhenAny(next, Task.Delay(50, TestContext.Current.CancellationToken));
        }

        await next;
        await _one.EnterAsync(scene, "Canceled");
        Assert.Equal("canceled", (await watcher.RestAsync())[^1].Status);
    }

    [Fact]
    public async Task who_comes_back_to_the_other_one_misses_nothing_and_sees_nothing_twice()
    {
        var scene = (await _one.AddAsync("Submitting")).CorrelationId;
        var watching = Enumerable.Range(1, Watchers).Select(seed => SeeAsync(scene, new Random(seed))).ToList();

        for (var change = 2; change < Changes; change++)
        {
            await (change % 2 == 0 ? _one : _two).ChangeAsync(scene, Note);
        }

        await _one.EnterAsync(scene, "Canceled");
        foreach (var seen in await Task.WhenAll(watching))
        {
            Assert.Equal(Enumerable.Range(seen[0], Changes - seen[0] + 1), seen);
        }
    }

    [Fact]
    public async Task what_one_committed_and_died_before_telling_is_seen_by_the_other()
    {
        await using var third = await new LiveService(_database.ConnectionString, ("Live:CatchUp", "200ms")).StartAsync();
        var scene = (await _one.AddAsync("Submitting")).CorrelationId;
        using var watcher = await third.WatchAsync(scene);
        await watcher.NextAsync();

        await _one.EnterAsync(scene, "Canceled", isTold: false);

        Assert.Equal([(2, "canceled")], await watcher.RestAsync());
    }

    [Fact]
    public async Task what_was_said_while_nobody_listened_is_seen_when_somebody_does_again()
    {
        var scene = (await _one.AddAsync("Submitting")).CorrelationId;
        using var watcher = await _two.WatchAsync(scene);
        await watcher.NextAsync();
        while (await _database.EndSessionsAsync("scenegen listener") < 2)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        await _one.EnterAsync(scene, "Canceled", isTold: false);

        Assert.Equal([(2, "canceled")], await watcher.RestAsync());
    }

    /// <summary>Watches now here and now there, for a few events each time, until the scene is over.</summary>
    private async Task<List<int>> SeeAsync(Guid scene, Random random)
    {
        var seen = new List<int>();
        while (true)
        {
            using var watcher = await (random.Next(2) == 0 ? _one : _two).WatchAsync(scene, seen.Count == 0 ? null : seen[^1]);
            for (var few = random.Next(1, 6); few > 0; few--)
            {
                if (await watcher.NextAsync() is not { } told)
                {
                    return seen;
                }

                seen.Add(told.Id);
            }
        }
    }

    private static void Note(SceneGen.Scenes.SceneState scene, DateTimeOffset now)
        => scene.Note(now, new Happened { Code = TimelineCodes.StepRepeated, At = now });
}
