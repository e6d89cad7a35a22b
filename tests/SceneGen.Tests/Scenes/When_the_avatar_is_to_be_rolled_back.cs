using SceneGen.Contracts;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_the_avatar_is_to_be_rolled_back(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task the_request_is_repeated_until_it_is_answered()
    {
        harness.Compensation.First = TimeSpan.FromMilliseconds(100);
        harness.Compensation.Factor = 1;
        var scene = await FailAsync();

        await harness.Messages.UntilAsync(() => Requests(scene).Count() >= 3, "It was not repeated.");
        var requests = Requests(scene).ToList();
        Assert.All(requests, request => Assert.Equal(requests[0], request));
    }

    [Fact]
    public async Task the_answer_ends_the_scene_and_is_announced_once()
    {
        var scene = await FailAsync();
        var answer = await AnswerToAsync(scene);

        await harness.HearAndSettleAsync(answer);
        await harness.HearAndSettleAsync(answer);

        await harness.ReachesAsync(scene, harness.States.RolledBack);
        var ended = await harness.SaysAsync<SceneRolledBack>(said => said.SceneId == scene);
        Assert.Equal(RollbackOutcome.RolledBack, ended.Outcome);
        Assert.Equal(1, harness.CountSaid<SceneRolledBack>(said => said.SceneId == scene));
    }

    [Fact]
    public async Task a_refusal_keeps_the_avatar_and_its_reason()
    {
        var scene = await FailAsync();
        var avatar = (await AnswerToAsync(scene)).AvatarId;

        await harness.HearAndSettleAsync(
            new AvatarRollbackRefused { SceneId = scene, AvatarId = avatar, Reason = "It was paid for." });

        await harness.ReachesAsync(scene, harness.States.Failed);
        Assert.Equal("It was paid for.", (await harness.FindAsync(scene))!.RollbackRefusal);
        var ended = await harness.SaysAsync<SceneRolledBack>(said => said.SceneId == scene);
        Assert.Equal(RollbackOutcome.Refused, ended.Outcome);
    }

    [Fact]
    public async Task it_is_asked_for_no_more_when_it_was_given_up_but_an_answer_still_counts()
    {
        var scene = A.SceneIn("RollingBack");
        scene.RollbackRequestedAt = DateTimeOffset.UtcNow.AddDays(-8);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(
            new SceneGen.Scenes.Messages.SceneRollbackUnanswered { SceneId = scene.CorrelationId });
        Assert.NotNull((await harness.FindAsync(scene.CorrelationId))!.RollbackCaseAt);
        Assert.Contains(
            await harness.TimelineAsync(scene.CorrelationId),
            entry => entry.Text.Contains("an operator", StringComparison.Ordinal));
        Assert.Equal(0, harness.CountSaid<AvatarRollbackRequested>(said => said.SceneId == scene.CorrelationId));

        await harness.HearAndSettleAsync(
            new AvatarRolledBack { SceneId = scene.CorrelationId, AvatarId = scene.AvatarId });
        await harness.ReachesAsync(scene.CorrelationId, harness.States.RolledBack);
    }

    private IEnumerable<AvatarRollbackRequested> Requests(Guid scene)
        => harness.Messages.Published<AvatarRollbackRequested>().Where(said => said.SceneId == scene);

    private async Task<Guid> FailAsync()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId) with { Retryable = false });
        return scene.CorrelationId;
    }

    private async Task<AvatarRolledBack> AnswerToAsync(Guid scene)
    {
        var request = await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene);
        return new AvatarRolledBack { SceneId = scene, AvatarId = request.AvatarId };
    }
}
