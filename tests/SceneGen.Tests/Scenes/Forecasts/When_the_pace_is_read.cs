using SceneGen.Scenes.Forecasts;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Forecasts;

public abstract class When_the_pace_is_read(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_the_pace_is_read(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_the_pace_is_read(harness), IClassFixture<SceneHarness>;

    [Fact]
    public async Task it_is_that_of_the_scenes_that_are_ready_and_the_line_is_who_waits_for_the_budget()
    {
        for (var seconds = 1; seconds <= 5; seconds++)
        {
            await AddReadyAsync(seconds, 0.5 * seconds);

            // Of how long these took until they were ordered nothing is learnt, for they stood in line.
            await AddReadyAsync(seconds, 600, hasWaited: true);
            await AddReadyAsync(600, 600, age: TimeSpan.FromDays(2));
        }

        var since = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        await AddWaitingAsync("budget", since);
        await AddWaitingAsync("provider", since);

        var forecast = await harness.InDatabaseAsync(
            database => PaceReading.ReadAsync(database, 600, A.SceneIn("Ready").CreatedAt, TestContext.Current.CancellationToken));

        Assert.Equal(new Pace(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5)), forecast.Submitting);
        Assert.Equal(
            new Pace(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(50)), forecast.Models["black-forest-labs/flux-2-pro"]);
        Assert.Equal(new Pace(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5)), forecast.Storing);
        Assert.Equal([since], forecast.Line);
        Assert.Equal(600, forecast.OrdersPerMinute);
    }

    private Task AddReadyAsync(int seconds, double submitting, bool hasWaited = false, TimeSpan age = default)
    {
        var scene = A.SceneIn("Ready");
        var now = scene.CreatedAt - age;
        foreach (var (state, after) in new[] { ("Submitting", 0), ("Generating", submitting), ("Storing", 10.0 * seconds), ("Ready", seconds) })
        {
            now += TimeSpan.FromSeconds(after);
            scene.CurrentState = state;
            scene.NoteTransition(now);
            if (hasWaited && state == "Submitting")
            {
                scene.Note(now, SceneWaits.Began(now, "budget", reason: null, TimeSpan.FromSeconds(600)));
            }
        }

        return harness.AddAsync(scene);
    }

    private Task AddWaitingAsync(string gate, DateTimeOffset since)
    {
        var scene = A.SceneIn("Submitting");
        (scene.WaitsFor, scene.WaitsSince) = (gate, since);
        return harness.AddAsync(scene);
    }
}
