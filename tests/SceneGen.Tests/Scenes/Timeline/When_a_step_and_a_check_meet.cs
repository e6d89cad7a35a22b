using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Scenes;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Scenes.Timeline;

public abstract class When_a_step_and_a_check_meet(SceneHarness harness)
{
    private const int Checks = 60;
    private const int Steps = 20;

    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_a_step_and_a_check_meet(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_a_step_and_a_check_meet(harness), IClassFixture<SceneHarness>;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task neither_is_lost_and_no_number_is_given_twice()
    {
        var (scene, intent) = await AddAsync("Generating");

        // Each step is a late prediction that is canceled.
        var steps = Enumerable.Range(0, Steps)
            .Select(step => harness.HearAndSettleAsync(A.Start(scene.CorrelationId, prediction: $"late-{step}")));
        await Task.WhenAll(steps.Append(Task.Run(() => CheckAsync(intent), Stop)));

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Equal(Enumerable.Range(1, row.TimelineSequence), entries.Select(entry => entry.Sequence));
        Assert.Equal(Enumerable.Range(1, Checks), entries
            .Where(entry => entry.Code == Polled)
            .Select(entry => TimelineFacts.Parse(entry.Data)!.Check!.Value));
        Assert.Equal(Steps, entries
            .Where(entry => entry.Code == PredictionCanceled)
            .Select(entry => TimelineFacts.Parse(entry.Data)!.PredictionId)
            .Distinct()
            .Count());
    }

    [Fact]
    public async Task a_step_that_knows_the_scene_from_before_the_check_starts_again()
    {
        var (scene, intent) = await AddAsync("Generating");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => harness.InDatabaseAsync(async database =>
        {
            var known = (await database.Scenes.FindAsync([scene.CorrelationId], Stop))!;
            Assert.True(await RecordAsync(Check(intent)));
            known.StepSends++;
            known.Version++;
            return await database.SaveChangesAsync(Stop);
        }));
    }

    [Fact]
    public async Task an_entry_has_all_there_is_to_say()
    {
        var (scene, intent) = await AddAsync("Generating");
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        Happened[] happened =
        [
            SceneWaits.Began(at, "provider", "unauthorized", TimeSpan.FromSeconds(15)),
            new() { Code = Polled, At = at, DurationMs = 40, Facts = new() { Check = 1, Status = "processing" } },
        ];

        Assert.True(await RecordAsync(new IntentCheck(intent, 1, at, happened)));

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([("gateWait", WaitBegan), ("poll", Polled)], entries.Select(entry => (entry.Kind, entry.Code!)));
        var polled = entries[1];
        Assert.Equal((2, "Generating", 1, at), (polled.Sequence, polled.State, polled.Attempt, polled.At));
        Assert.Equal(
            ("Check 1: processing.", 40, """{"status":"processing","check":1}"""),
            (polled.Text, polled.DurationMs, polled.Data));
        Assert.Equal((1, at), (await IntentAsync(intent) is var row ? row.Checks : 0, (await IntentAsync(intent)).ChecksWaitSince));
    }

    [Fact]
    public async Task of_two_checks_with_one_number_the_second_tells_nothing()
    {
        var (scene, intent) = await AddAsync("Generating");

        Assert.True(await RecordAsync(Check(intent)));
        Assert.False(await RecordAsync(Check(intent)));

        Assert.Single(await harness.TimelineAsync(scene.CorrelationId));
    }

    [Theory]
    [InlineData("Canceled", false)]
    [InlineData("Storing", false)]
    [InlineData("Generating", true)]
    public async Task a_scene_that_has_gone_on_or_is_erased_is_told_nothing(string state, bool isErased)
    {
        var (scene, intent) = await AddAsync(state, isErased);

        Assert.True(await RecordAsync(Check(intent)));

        Assert.Empty(await harness.TimelineAsync(scene.CorrelationId));
        Assert.Equal(0, (await harness.FindAsync(scene.CorrelationId))!.TimelineSequence);
    }

    private static IntentCheck Check(GenerationIntent intent)
    {
        var number = intent.Checks + 1;
        var facts = new TimelineFacts { Check = number, Status = "processing" };
        return new IntentCheck(
            intent, number, WaitSince: null, [new Happened { Code = Polled, At = DateTimeOffset.UtcNow, Facts = facts }]);
    }

    private async Task CheckAsync(GenerationIntent intent)
    {
        for (var check = 0; check < Checks; check++)
        {
            Assert.True(await RecordAsync(Check(intent with { Checks = check })));
        }
    }

    private Task<bool> RecordAsync(IntentCheck check)
        => harness.InDatabaseAsync(database => database.RecordCheckAsync(check, Stop));

    private Task<GenerationIntent> IntentAsync(GenerationIntent intent)
        => harness.InDatabaseAsync(async database =>
            (await database.Intents.FindAsync([intent.SceneId, intent.Run, intent.Attempt], Stop))!);

    private async Task<(SceneState Scene, GenerationIntent Intent)> AddAsync(string state, bool isErased = false)
    {
        var scene = A.SceneIn(state);
        scene.ErasedAt = isErased ? DateTimeOffset.UtcNow : null;
        await harness.AddAsync(scene);
        var intent = A.Purchase(scene.CorrelationId, $"prediction of {scene.CorrelationId:N}");
        await harness.InDatabaseAsync(database => AddAsync(database, intent));
        return (scene, intent);
    }

    private static Task<int> AddAsync(SceneDbContext database, GenerationIntent intent)
    {
        database.Add(intent);
        return database.SaveChangesAsync(Stop);
    }
}
