using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Scenes.Live;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Web.Scenes.Live;

public sealed class When_two_thousand_watch
{
    private const int Watchers = 2000;
    private const int Scenes = 200;

    // 41 kB were measured, with the reader's connection and lines.
    private const int MostBytes = 60_000;

    [Fact]
    public async Task each_sees_every_event_once_and_each_change_is_read_once()
    {
        await using var database = new SqliteDatabase();
        await using var service = await new LiveService(database.ConnectionString, ("Live:CatchUp", "60s")).StartAsync();
        var lookout = service.Services.GetRequiredService<SceneLookout>();
        var scenes = new List<Guid>();
        while (scenes.Count < Scenes)
        {
            scenes.Add((await service.AddAsync("Submitting")).CorrelationId);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watchers = await WatchAsync(service, scenes);
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Watchers;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{each} bytes of managed memory a watcher, with its reader's side, which is in this process, too");
        var reads = lookout.Reads;
        await PollAsync(service, scenes);
        Assert.Equal(reads, lookout.Reads);

        var seen = Task.WhenAll(watchers.Select(watcher => watcher.RestAsync()));
        foreach (var state in new[] { "Generating", "Storing", "Canceled" })
        {
            foreach (var scene in scenes)
            {
                await service.EnterAsync(scene, state);
            }
        }

        Assert.All(await seen, events => Assert.Equal([(3, "generating"), (4, "storing"), (5, "canceled")], events));
        Assert.InRange(lookout.Reads - reads, Scenes, 3 * Scenes);
        Assert.InRange(each, 1, MostBytes);
        watchers.ForEach(watcher => watcher.Dispose());
    }

    /// <summary>What happens all the time, and says nothing to those who watch.</summary>
    private static async Task PollAsync(LiveService service, List<Guid> scenes)
    {
        foreach (var scene in scenes)
        {
            await service.ChangeAsync(scene, When_a_watcher_stays.Poll, isTold: false);
        }

        await service.Services.GetRequiredService<SceneChanges>().LookAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<List<EventReader>> WatchAsync(LiveService service, List<Guid> scenes)
    {
        var watchers = new List<EventReader>(Watchers);
        for (var watcher = 0; watcher < Watchers; watcher++)
        {
            var reader = await service.WatchAsync(scenes[watcher % scenes.Count]);
            var first = await reader.NextAsync();
            Assert.Equal("1", first?.Id.ToString(CultureInfo.InvariantCulture));
            watchers.Add(reader);
        }

        return watchers;
    }
}
