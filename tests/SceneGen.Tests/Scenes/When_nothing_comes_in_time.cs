using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timers;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_nothing_comes_in_time : IClassFixture<SceneHarness>
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(100);
    private readonly SceneHarness _harness;

    public When_nothing_comes_in_time(SceneHarness harness)
    {
        _harness = harness;
        (harness.Scenes.ThemeWait, harness.Scenes.Deadline) = (Soon, TimeSpan.FromMinutes(15));
        (harness.Steps.Submit, harness.Steps.Store) = (Soon, Soon);
    }

    [Fact]
    public async Task no_theme_expires_the_scene_and_keeps_the_avatar()
    {
        var avatar = A.Avatar(theme: null);
        await _harness.HearAsync(avatar);

        var scene = SceneIds.Of(avatar);
        await _harness.ReachesAsync(scene, _harness.States.Expired);
        await _harness.SaysAsync<SceneExpired>(said => said.SceneId == scene);
        Assert.Equal(0, _harness.CountSaid<AvatarRollbackRequested>(said => said.SceneId == scene));
    }

    [Fact]
    public async Task no_answer_to_the_command_sends_it_again()
    {
        var avatar = A.Avatar();
        await _harness.HearAsync(avatar);

        var scene = SceneIds.Of(avatar);
        await _harness.Messages.UntilAsync(
            () => _harness.CountSent<GenerateScene>(one => one.SceneId == scene) >= 2, "It was not sent again.");
        Assert.Equal(1, (await _harness.FindAsync(scene))!.Attempt);
    }

    [Fact]
    public async Task no_stored_picture_sends_the_command_again()
    {
        var generating = A.SceneIn("Generating");
        await _harness.AddAsync(generating);
        var scene = generating.CorrelationId;

        await _harness.HearAndSettleAsync(A.Success(scene));

        await _harness.Messages.UntilAsync(
            () => _harness.CountSent<StoreScene>(one => one.SceneId == scene) >= 2, "It was not sent again.");
    }

    [Fact]
    public async Task no_picture_by_the_deadline_fails_the_scene_and_cancels_the_prediction()
    {
        var scene = await PassDeadlineAsync();

        await _harness.HearAndSettleAsync(
            new SceneDeadlineReached { SceneId = scene, WasLookedAt = true },
            (await _harness.FindAsync(scene))!.DeadlineToken);

        var failed = await _harness.SaysAsync<SceneFailed>(said => said.SceneId == scene);
        Assert.Equal(SceneFailureCodes.DeadlineExceeded, failed.Code);
        await _harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene);
        await _harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene);
    }

    [Fact]
    public async Task a_picture_that_was_painted_before_the_deadline_is_kept_though_nobody_had_heard_of_it()
    {
        var scene = await PassDeadlineAsync();

        await _harness.HearAndSettleAsync(A.Success(scene));

        await _harness.ReachesAsync(scene, _harness.States.Storing);
        Assert.Null((await _harness.FindAsync(scene))!.DeadlineToken);
        Assert.Equal(0, _harness.CountSaid<SceneFailed>(said => said.SceneId == scene));
    }

    [Theory]
    [InlineData("Submitting")]
    [InlineData("Generating")]
    [InlineData("Ready")]
    public async Task a_last_look_at_an_attempt_that_is_over_ends_nothing(string state)
    {
        var scene = A.SceneIn(state);
        scene.Run = 2;
        await _harness.AddAsync(scene);

        await _harness.HearAndSettleAsync(
            new SceneDeadlineReached { SceneId = scene.CorrelationId, WasLookedAt = true, Run = 1, Attempt = 1 },
            timer: Guid.Empty);

        Assert.Equal(state, (await _harness.FindAsync(scene.CorrelationId))!.CurrentState);
    }

    [Fact]
    public async Task no_answer_to_the_last_look_ends_the_wait_as_well()
    {
        var scene = await PassDeadlineAsync();

        var due = await _harness.DueAsync((await _harness.FindAsync(scene))!.DeadlineToken!.Value);
        Assert.InRange(due - DateTimeOffset.UtcNow, TimeSpan.FromSeconds(10), SceneTimers.LastLook);
    }

    [Fact]
    public async Task a_postponed_step_asks_again_without_using_an_attempt()
    {
        _harness.Steps.Submit = TimeSpan.FromMinutes(10);
        var scene = A.SceneIn("Submitting");
        await _harness.AddAsync(scene);

        await _harness.HearAndSettleAsync(A.Postponement(scene.CorrelationId));

        var command = await _harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((1, true), (command.Attempt, command.IsRepeat));
    }

    private async Task<Guid> PassDeadlineAsync()
    {
        _harness.Scenes.Deadline = Soon * 5;
        var avatar = A.Avatar();
        var scene = SceneIds.Of(avatar);
        await _harness.HearAndSettleAsync(avatar);
        await _harness.HearAndSettleAsync(A.Start(scene));
        await _harness.SendsAsync<CheckGeneration>(sent => sent.SceneId == scene && sent.IsLast);
        return scene;
    }

    [Fact]
    public async Task however_often_it_is_postponed_its_timer_does_not_back_off()
    {
        _harness.Steps.Submit = TimeSpan.FromMinutes(10);
        var scene = A.SceneIn("Submitting");
        scene.StepSends = 9;
        await _harness.AddAsync(scene);

        await _harness.HearAndSettleAsync(A.Postponement(scene.CorrelationId));
        await _harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);

        Assert.InRange((await _harness.FindAsync(scene.CorrelationId))!.StepSends, 1, 2);
    }
}
