using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Scenes.Timeline;

public sealed class When_a_scenes_way_is_told(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task what_others_did_for_it_stands_before_what_came_of_it()
    {
        var scene = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(scene));
        await harness.HearAndSettleAsync(A.Start(scene) with
        {
            Happened =
            [
                new Happened { Code = AvatarSeen, At = At, DurationMs = 80, Facts = new() { Width = 512, Height = 640, Bytes = 90_000 } },
                new Happened { Code = Ordered, At = At, DurationMs = 300, Facts = new() { Model = "flux", PredictionId = "p1", Status = "starting" } },
            ],
        });
        await harness.HearAndSettleAsync(A.Success(scene) with { Happened = [Tell(Polled)] });
        await harness.HearAndSettleAsync(A.Storage(scene) with { Happened = [Tell(PictureStored)] });

        var entries = await harness.TimelineAsync(scene);
        Assert.Equal(
            ["transition", "note", "providerCall", "transition", "poll", "transition", "storage", "transition"],
            entries.Select(entry => entry.Kind));
        Assert.Equal(Enumerable.Range(1, 8), entries.Select(entry => entry.Sequence));
        var ordered = entries[2];
        Assert.Equal(("flux took the order: prediction p1, starting.", 300, At), (ordered.Text, ordered.DurationMs, ordered.At));
        Assert.Equal("""{"model":"flux","predictionId":"p1","status":"starting"}""", ordered.Data);
        Assert.Equal("The avatar was looked at: 512x640, 90000 bytes.", entries[1].Text);
    }

    [Fact]
    public async Task a_transition_says_how_long_the_state_before_it_lasted()
    {
        var scene = A.SceneIn("Generating");
        scene.StateEnteredAt = DateTimeOffset.UtcNow.AddSeconds(-30);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId));

        var entry = Assert.Single(await harness.TimelineAsync(scene.CorrelationId));
        Assert.InRange(entry.DurationMs!.Value, 30_000, 60_000);
        Assert.Equal(entry.At, (await harness.FindAsync(scene.CorrelationId))!.StateEnteredAt);
    }

    [Fact]
    public async Task the_first_state_and_one_from_before_durations_say_nothing_of_how_long()
    {
        var scene = Guid.NewGuid();

        await harness.HearAndSettleAsync(A.Avatar(scene));

        Assert.Null(Assert.Single(await harness.TimelineAsync(scene)).DurationMs);
    }

    [Fact]
    public async Task a_retry_says_why_and_when()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { Happened = [Tell(Polled)] });

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([Polled, AttemptFailed, Entered], entries.Select(entry => entry.Code));
        Assert.Equal(
            ("retry", 1, "The attempt failed: provider_failed. Attempt 2 follows in 1 s. Something broke."),
            (entries[1].Kind, entries[1].Attempt, entries[1].Text));
        Assert.Equal("""{"code":"provider_failed","waitMs":1000,"nextAttempt":2}""", entries[1].Data);
        Assert.Equal((2, "Submitting"), (entries[2].Attempt, entries[2].State));
    }

    [Fact]
    public async Task the_last_failure_says_that_no_attempt_follows()
    {
        var scene = A.SceneIn("Storing");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(
            A.StorageFailure(scene.CorrelationId) with { Retryable = false, Happened = [Tell(PictureNotStored)] });

        Assert.Equal(
            [PictureNotStored, GivenUp, RollbackRequested, Entered],
            (await harness.TimelineAsync(scene.CorrelationId)).Select(entry => entry.Code));
    }

    [Fact]
    public async Task a_command_that_goes_out_again_is_told()
    {
        var scene = A.SceneIn("Storing");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new SceneStepElapsed { SceneId = scene.CorrelationId });

        var entry = Assert.Single(await harness.TimelineAsync(scene.CorrelationId));
        Assert.Equal(("retry", """{"sends":2}"""), (entry.Kind, entry.Data));
    }

    [Fact]
    public async Task what_comes_too_late_is_told_with_its_own_attempt()
    {
        var scene = A.SceneIn("Canceled");
        scene.Attempt = 2;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with { Happened = [Tell(Ordered)] });
        await harness.HearAndSettleAsync(A.Storage(scene.CorrelationId));

        var entries = await harness.TimelineAsync(scene.CorrelationId);
        Assert.Equal([Ordered, PredictionCanceled, PictureDiscarded], entries.Select(entry => entry.Code));
        Assert.Equal([1, 2, 2], entries.Select(entry => entry.Attempt));
        Assert.Equal("""{"predictionId":"prediction-1"}""", entries[1].Data);
    }

    [Fact]
    public async Task a_user_who_cancels_is_told_that_the_prediction_is_stopped()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene.CorrelationId });

        Assert.Equal(
            [PredictionCanceled, Entered],
            (await harness.TimelineAsync(scene.CorrelationId)).Select(entry => entry.Code));
    }

    [Fact]
    public async Task a_file_that_was_lost_and_comes_again_is_told()
    {
        var scene = A.SceneIn("Ready");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId) with { IsFoundAgain = true });

        Assert.Equal(PictureRestoring, Assert.Single(await harness.TimelineAsync(scene.CorrelationId)).Code);
    }

    [Fact]
    public async Task of_an_erased_scene_nothing_more_is_told()
    {
        var scene = A.SceneIn("Canceled");
        (scene.ErasedAt, scene.TimelineSequence) = (DateTimeOffset.UtcNow, 3);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with { Happened = [Tell(Ordered)] });

        await harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Empty(await harness.TimelineAsync(scene.CorrelationId));
        Assert.Equal(3, (await harness.FindAsync(scene.CorrelationId))!.TimelineSequence);
    }

    private static Happened Tell(string code) => new() { Code = code, At = At };
}
