using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Scenes.Timeline;

public sealed class When_a_rollback_is_told(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private readonly Guid _avatar = Guid.NewGuid();

    [Fact]
    public async Task each_request_says_when_the_next_one_follows()
    {
        var scene = await AddAsync("RollingBack");

        await harness.HearAndSettleAsync(new SceneRollbackUnanswered { SceneId = scene.CorrelationId });

        var entry = Assert.Single(await harness.TimelineAsync(scene.CorrelationId));
        Assert.Equal(("compensation", """{"waitMs":120000,"request":2}"""), (entry.Kind, entry.Data));
        Assert.Equal(
            "The avatar service is asked to roll the avatar back (request 2); it is asked again in 2 min unless it answers.",
            entry.Text);
    }

    [Theory]
    [InlineData(true, RollbackConfirmed)]
    [InlineData(false, RollbackRefused)]
    public async Task the_answer_is_told_and_which_scene_it_named(bool isRolledBack, string code)
    {
        var (named, other) = (await AddAsync("RollingBack"), await AddAsync("RollingBack"));

        await harness.HearAndSettleAsync(isRolledBack
            ? new AvatarRolledBack { AvatarId = _avatar, SceneId = named.CorrelationId }
            : new AvatarRollbackRefused { AvatarId = _avatar, SceneId = named.CorrelationId });

        await harness.ReachesAsync(other.CorrelationId, isRolledBack ? harness.States.RolledBack : harness.States.Failed);
        var own = (await harness.TimelineAsync(named.CorrelationId))[0];
        var passedOn = (await harness.TimelineAsync(other.CorrelationId))[0];
        Assert.Equal((code, null), (own.Code, own.Data));
        Assert.Equal((code, $$"""{"scene":"{{named.CorrelationId}}"}"""), (passedOn.Code, passedOn.Data));
    }

    [Fact]
    public async Task a_scene_that_waits_for_anothers_answer_says_so()
    {
        var first = await AddAsync("Generating");
        await harness.HearAndSettleAsync(A.Failure(first.CorrelationId) with { Retryable = false });
        var second = await AddAsync("Generating");

        await harness.HearAndSettleAsync(A.Failure(second.CorrelationId) with { Retryable = false });

        Assert.Equal([GivenUp, RollbackRequested, Entered], await CodesAsync(first));
        Assert.Equal([GivenUp, Entered], await CodesAsync(second));
        Assert.Contains(
            "another one has asked", (await harness.TimelineAsync(second.CorrelationId))[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_avatar_that_others_need_is_said_to_be_kept()
    {
        await AddAsync("Ready");
        var failing = await AddAsync("Generating");

        await harness.HearAndSettleAsync(A.Failure(failing.CorrelationId) with { Retryable = false });

        Assert.Equal([GivenUp, AvatarKeptForOthers, Entered], await CodesAsync(failing));
    }

    [Fact]
    public async Task a_scene_of_an_avatar_that_is_gone_says_so()
    {
        var first = await AddAsync("RollingBack");
        await harness.HearAndSettleAsync(new AvatarRolledBack { AvatarId = _avatar, SceneId = first.CorrelationId });
        var late = A.Avatar(Guid.NewGuid()) with { AvatarId = _avatar };

        await harness.HearAndSettleAsync(late);

        var entry = Assert.Single(await harness.TimelineAsync(late.SceneId!.Value));
        Assert.Equal(("RolledBack", "transition"), (entry.State, entry.Kind));
        Assert.Contains("had been rolled back before", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task when_it_is_given_up_the_operators_case_is_told_once()
    {
        var scene = A.SceneIn("RollingBack");
        scene.RollbackRequestedAt = DateTimeOffset.UtcNow.AddDays(-8);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new SceneRollbackUnanswered { SceneId = scene.CorrelationId });

        Assert.Equal([RollbackCaseOpened], await CodesAsync(scene));
    }

    private async Task<IEnumerable<string>> CodesAsync(SceneState scene)
        => (await harness.TimelineAsync(scene.CorrelationId)).Select(entry => entry.Code!);

    private async Task<SceneState> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        scene.AvatarId = _avatar;
        await harness.AddAsync(scene);
        return scene;
    }
}
