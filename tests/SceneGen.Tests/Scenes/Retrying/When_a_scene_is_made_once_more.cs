using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Retrying;

public abstract class When_a_scene_is_made_once_more(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_a_scene_is_made_once_more(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_a_scene_is_made_once_more(harness), IClassFixture<SceneHarness>;

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    public async Task it_begins_anew_and_forgets_what_it_failed_for(string state)
    {
        var before = A.SceneIn(state);
        (before.Attempt, before.RollbackRequestedAt, before.RollbackRequests) = (4, before.CreatedAt, 3);
        (before.RollbackRefusal, before.DeadlineAt) = ("It was paid for.", before.CreatedAt.AddHours(-1));
        await harness.AddAsync(before);

        await harness.HearAndSettleAsync(Retry(before));

        var scene = (await harness.FindAsync(before.CorrelationId))!;
        Assert.Equal(("Submitting", 2, 1), (scene.CurrentState, scene.Run, scene.Attempt));
        Assert.Null(scene.FailureCode);
        Assert.Null(scene.FailureFault);
        Assert.Null(scene.RollbackRequestedAt);
        Assert.Null(scene.RollbackRefusal);
        Assert.Equal(0, scene.RollbackRequests);
        Assert.True(scene.DeadlineAt > DateTimeOffset.UtcNow.AddMinutes(10));
        Assert.NotNull(scene.DeadlineToken);
        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((2, 1, true), (command.Run, command.Attempt, command.ReusesPaid));
        Assert.StartsWith("Run 2", (await harness.TimelineAsync(scene.CorrelationId))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task with_another_theme_nothing_is_reused()
    {
        var scene = await AddAsync("Failed");

        await harness.HearAndSettleAsync(Retry(scene) with { Theme = "space-station" });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(("space-station", false), (command.Theme, command.ReusesPaid));
    }

    [Fact]
    public async Task a_picture_that_was_to_blame_is_not_reused()
    {
        var scene = A.SceneIn("Failed");
        scene.FailureCode = SceneFailureCodes.OutputUnreadable;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(Retry(scene));

        Assert.False((await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId)).ReusesPaid);
    }

    [Fact]
    public async Task a_picture_that_was_refused_before_the_scene_was_canceled_is_not_reused()
    {
        var scene = await AddAsync("Canceled");
        await harness.InDatabaseAsync(database =>
        {
            database.Add(A.Purchase(scene.CorrelationId, $"blurred-{scene.CorrelationId:N}") with
            {
                FailedBy = SceneFailureCodes.OutputBlurred,
            });
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await harness.HearAndSettleAsync(Retry(scene));

        Assert.False((await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId)).ReusesPaid);
    }

    [Fact]
    public async Task without_a_theme_it_waits_for_one_and_then_begins()
    {
        var scene = await AddAsync("Expired");

        await harness.HearAndSettleAsync(Retry(scene));
        await harness.ReachesAsync(scene.CorrelationId, harness.States.AwaitingTheme);
        Assert.NotNull((await harness.FindAsync(scene.CorrelationId))!.ThemeWaitToken);
        await harness.HearAndSettleAsync(new ThemeSelected { SceneId = scene.CorrelationId, Theme = "neon-city" });

        await harness.ReachesAsync(scene.CorrelationId, harness.States.Submitting);
    }

    [Fact]
    public async Task two_who_ask_at_once_make_one_run()
    {
        var scene = await AddAsync("Failed");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => harness.HearAndSettleAsync(Retry(scene))));

        Assert.Equal(2, (await harness.FindAsync(scene.CorrelationId))!.Run);
        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(1, harness.CountSent<GenerateScene>(sent => sent.SceneId == scene.CorrelationId));
    }

    [Fact]
    public async Task an_avatar_that_is_to_be_rolled_back_is_not_painted_again()
    {
        var (kept, failing) = (A.SceneIn("Failed"), A.SceneIn("Generating"));
        failing.AvatarId = kept.AvatarId;
        await harness.AddAsync(kept);
        await harness.AddAsync(failing);
        await harness.HearAndSettleAsync(A.Failure(failing.CorrelationId) with { Retryable = false });
        await harness.ReachesAsync(failing.CorrelationId, harness.States.RollingBack);

        await harness.HearAndSettleAsync(Retry(kept));

        Assert.Equal("Failed", (await harness.FindAsync(kept.CorrelationId))!.CurrentState);
        Assert.Equal(0, harness.CountSent<GenerateScene>(sent => sent.SceneId == kept.CorrelationId));
    }

    [Fact]
    public async Task one_that_begins_while_another_fails_keeps_the_avatar_or_is_refused()
    {
        var (ended, failing) = (A.SceneIn("Failed"), A.SceneIn("Generating"));
        failing.AvatarId = ended.AvatarId;
        await harness.AddAsync(ended);
        await harness.AddAsync(failing);

        await Task.WhenAll(
            harness.HearAndSettleAsync(Retry(ended)),
            harness.HearAndSettleAsync(A.Failure(failing.CorrelationId) with { Retryable = false }));

        var states = ((await harness.FindAsync(ended.CorrelationId))!.CurrentState,
            (await harness.FindAsync(failing.CorrelationId))!.CurrentState);
        Assert.Contains(states, new[] { ("Submitting", "Failed"), ("Failed", "RollingBack") });
    }

    [Fact]
    public async Task what_comes_late_of_the_run_before_is_got_rid_of()
    {
        var scene = await AddAsync("Canceled");
        await harness.HearAndSettleAsync(Retry(scene));

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId, prediction: "late"));
        await harness.HearAndSettleAsync(A.Storage(scene.CorrelationId));

        await harness.SendsAsync<CancelGeneration>(sent => sent.PredictionId == "late");
        var discarded = await harness.SendsAsync<DiscardPicture>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((1, 1), (discarded.Run, discarded.Attempt));
        Assert.Equal("Submitting", (await harness.FindAsync(scene.CorrelationId))!.CurrentState);
    }

    [Fact]
    public async Task a_picture_that_was_paid_is_stored_and_its_prediction_is_the_scenes()
    {
        var scene = await AddAsync("Canceled");
        await harness.HearAndSettleAsync(Retry(scene));

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId) with { Run = 2, PredictionId = "paid" });

        await harness.ReachesAsync(scene.CorrelationId, harness.States.Storing);
        var stored = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((2, 1), (stored.Run, stored.Attempt));
        Assert.Equal("paid", (await harness.FindAsync(scene.CorrelationId))!.PredictionId);
    }

    [Fact]
    public async Task a_deleted_scene_stays_deleted()
    {
        var scene = A.SceneIn("Failed");
        scene.ErasedAt = DateTimeOffset.UtcNow;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(Retry(scene));

        Assert.Equal("Failed", (await harness.FindAsync(scene.CorrelationId))!.CurrentState);
    }

    private static RetryScene Retry(SceneState scene) => new() { SceneId = scene.CorrelationId, Run = scene.Run };

    private async Task<SceneState> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        await harness.AddAsync(scene);
        return scene;
    }
}
