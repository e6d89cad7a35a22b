using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Operations.Audit;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Retrying;

public sealed class When_an_operator_takes_an_avatar_back(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AwaitingTheme")]
    [InlineData("Submitting")]
    [InlineData("Generating")]
    [InlineData("Storing")]
    public async Task a_scene_under_way_is_given_up_for_it(string state)
    {
        var scene = await AddAsync(state);

        await harness.Intake.TakeAsync(new RollBackScene { SceneId = scene.CorrelationId }, Stop);

        var failed = await harness.SaysAsync<SceneFailed>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(
            (SceneFailureCodes.OperatorRollback, SceneFault.Operator, AvatarRollback.Requested),
            (failed.Code, failed.Fault, failed.AvatarRollback));
        var request = await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(SceneFailureCodes.OperatorRollback, request.Code);
        Assert.Equal(state is "Generating" ? 1 : 0, harness.CountSent<CancelGeneration>(sent => sent.SceneId == scene.CorrelationId));
        var now = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Null(now.OutputUrl);
        Assert.Equal((null, null, null), (now.StepToken, now.DeadlineToken, now.ThemeWaitToken));
    }

    [Fact]
    public async Task one_that_had_failed_keeps_its_reason_and_announces_no_second_failure()
    {
        var scene = await AddAsync("Failed");

        await harness.HearAndSettleAsync(new RollBackScene { SceneId = scene.CorrelationId });
        await harness.HearAndSettleAsync(new RollBackScene { SceneId = scene.CorrelationId });

        var request = await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(SceneFailureCodes.ProviderFailed, request.Code);
        await harness.HearAndSettleAsync(new AvatarRolledBack { AvatarId = scene.AvatarId, SceneId = scene.CorrelationId });
        await harness.SaysAsync<SceneRolledBack>(said => said.SceneId == scene.CorrelationId);
        Assert.Equal(0, harness.CountSaid<SceneFailed>(said => said.SceneId == scene.CorrelationId));
        Assert.Equal(1, harness.CountSaid<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId));
    }

    [Theory]
    [InlineData("Ready")]
    [InlineData("Generating")]
    public async Task it_stays_while_another_of_its_scenes_needs_it(string other)
    {
        var (scene, hopeful) = (A.SceneIn("Failed"), A.SceneIn(other));
        hopeful.AvatarId = scene.AvatarId;
        await harness.AddAsync(scene);
        await harness.AddAsync(hopeful);

        await harness.Intake.TakeAsync(new RollBackScene { SceneId = scene.CorrelationId }, Stop, Order(scene));

        Assert.Equal("Failed", (await harness.FindAsync(scene.CorrelationId))!.CurrentState);
        Assert.Equal(0, harness.CountSaid<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId));
        Assert.Empty(await harness.ActionsAsync(scene.CorrelationId));
    }

    [Fact]
    public async Task what_was_done_is_recorded_with_it_and_stands_in_the_timeline()
    {
        var scene = await AddAsync("Failed");
        var order = Order(scene);

        await harness.Intake.TakeAsync(new RollBackScene { SceneId = scene.CorrelationId }, Stop, order);
        await harness.Intake.TakeAsync(new RollBackScene { SceneId = scene.CorrelationId }, Stop, order);

        var action = Assert.Single(await harness.ActionsAsync(scene.CorrelationId));
        Assert.Equal(
            (order.Key, "ann", OperatorActions.RollBackScene, "scene", "It was fraud."),
            (action.Key, action.Who, action.Action, action.TargetKind, action.Reason));
        Assert.Contains(
            await harness.TimelineAsync(scene.CorrelationId),
            entry => entry.Text == "An operator (ann) ordered 'scene.rollback': It was fraud.");
    }

    [Theory]
    [InlineData("Submitting")]
    [InlineData("Generating")]
    [InlineData("Storing")]
    public async Task a_step_that_is_to_be_repeated_has_its_command_sent_at_once(string state)
    {
        var scene = await AddAsync(state);

        await harness.Intake.TakeAsync(new RepeatStep { SceneId = scene.CorrelationId }, Stop, Order(scene));

        Assert.Equal((state, 2), ((await harness.FindAsync(scene.CorrelationId))!.CurrentState,
            (await harness.FindAsync(scene.CorrelationId))!.StepSends));
        Assert.Single(await harness.ActionsAsync(scene.CorrelationId));
    }

    private static OperatorOrder Order(SceneState scene) => new()
    {
        Key = Guid.NewGuid(),
        Who = "ann",
        Action = OperatorActions.RollBackScene,
        TargetId = scene.CorrelationId.ToString(),
        Reason = "It was fraud.",
    };

    private async Task<SceneState> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        await harness.AddAsync(scene);
        return scene;
    }
}
