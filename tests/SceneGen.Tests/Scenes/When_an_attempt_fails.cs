using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_an_attempt_fails(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task the_scene_is_tried_again_as_a_new_attempt()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId));

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(2, command.Attempt);
        Assert.Equal(0, harness.CountSaid<SceneFailed>(said => said.SceneId == scene.CorrelationId));
    }

    [Fact]
    public async Task the_callers_seed_is_for_the_first_attempt_only()
    {
        var scene = A.SceneIn("Generating");
        scene.RequestedSeed = 42;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId));

        Assert.Null((await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId)).Seed);
    }

    [Fact]
    public async Task the_models_other_attempts_may_be_passed_over()
    {
        var scene = A.SceneIn("Generating");
        scene.AttemptLimit = 6;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { NextAttempt = 4, AttemptLimit = null });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(4, command.Attempt);
    }

    [Fact]
    public async Task there_may_be_no_model_left()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { NextAttempt = 4, AttemptLimit = 3 });

        await harness.ReachesAsync(scene.CorrelationId, harness.States.RollingBack);
        Assert.Equal(SceneFault.Provider, (await harness.FindAsync(scene.CorrelationId))!.FailureFault);
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(20.0, 20)]
    public async Task the_next_one_waits_for_the_pause_the_provider_needs(double? pause, double seconds)
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with
        {
            Pause = pause is { } asked ? TimeSpan.FromSeconds(asked) : null,
        });

        var found = (await harness.FindAsync(scene.CorrelationId))!;
        var due = await harness.DueAsync(found.StepToken!.Value);

        // The row is written a moment after the timer was reckoned.
        Assert.InRange((due - found.UpdatedAt).TotalSeconds, seconds - 0.9, seconds);
    }

    [Fact]
    public async Task the_last_one_fails_the_scene_and_asks_for_the_avatars_rollback()
    {
        var scene = A.SceneIn("Generating");
        scene.Attempt = scene.AttemptLimit;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId, attempt: 2));

        var failed = await harness.SaysAsync<SceneFailed>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(
            (SceneFailureCodes.ProviderFailed, SceneFault.Provider, AvatarRollback.Requested),
            (failed.Code, failed.Fault, failed.AvatarRollback));
        var request = await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal((scene.AvatarId, scene.SessionId), (request.AvatarId, request.SessionId));
    }

    [Fact]
    public async Task because_of_the_theme_the_avatar_is_kept()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with
        {
            Code = SceneFailureCodes.PromptRefused,
            Fault = SceneFault.Theme,
            Retryable = false,
        });

        await harness.ReachesAsync(scene.CorrelationId, harness.States.Failed);
        var failed = await harness.SaysAsync<SceneFailed>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(AvatarRollback.None, failed.AvatarRollback);
        Assert.Equal(0, harness.CountSaid<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId));
    }

    [Fact]
    public async Task because_of_the_avatar_it_is_rolled_back_without_another_attempt()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with
        {
            Code = SceneFailureCodes.AvatarUnreadable,
            Fault = SceneFault.Avatar,
            Retryable = false,
        });

        var request = await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(SceneFailureCodes.AvatarUnreadable, request.Code);
    }

    [Fact]
    public async Task when_the_time_is_over_no_other_one_is_paid_for()
    {
        var scene = A.SceneIn("Generating");
        scene.DeadlineAt = DateTimeOffset.UtcNow.AddMinutes(-1);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId));

        await harness.ReachesAsync(scene.CorrelationId, harness.States.RollingBack);
        Assert.Equal(
            SceneFailureCodes.DeadlineExceeded, (await harness.FindAsync(scene.CorrelationId))!.FailureCode);
        Assert.Equal(0, harness.CountSent<GenerateScene>(sent => sent.SceneId == scene.CorrelationId));
    }

    [Fact]
    public async Task after_the_picture_could_not_be_stored_the_deadline_runs_again()
    {
        var scene = A.SceneIn("Storing");
        scene.DeadlineAt = DateTimeOffset.UtcNow.AddMinutes(-1);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.StorageFailure(scene.CorrelationId));

        await harness.ReachesAsync(scene.CorrelationId, harness.States.RollingBack);
        Assert.Equal(
            SceneFailureCodes.DeadlineExceeded, (await harness.FindAsync(scene.CorrelationId))!.FailureCode);
    }
}
