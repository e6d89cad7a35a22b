using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public abstract class When_an_avatar_has_several_scenes(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_an_avatar_has_several_scenes(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_an_avatar_has_several_scenes(harness), IClassFixture<SceneHarness>;

    private readonly Guid _avatar = Guid.NewGuid();

    [Theory]
    [InlineData("AwaitingTheme")]
    [InlineData("Submitting")]
    [InlineData("Generating")]
    [InlineData("Storing")]
    [InlineData("Ready")]
    public async Task one_that_fails_leaves_the_avatar_to_one_with_hope(string other)
    {
        await AddAsync(other);
        var failing = await AddAsync("Generating");

        await FailAsync(failing);

        await harness.ReachesAsync(failing, harness.States.Failed);
        var failed = await harness.SaysAsync<SceneFailed>(said => said.SceneId == failing);
        Assert.Equal(AvatarRollback.None, failed.AvatarRollback);
        Assert.Equal(0, Requests());
        Assert.Contains(
            await harness.TimelineAsync(failing), entry => entry.Text.StartsWith("The avatar is kept", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Failed")]
    [InlineData("Canceled")]
    [InlineData("Expired")]
    public async Task the_last_one_that_fails_takes_it_along(string other)
    {
        await AddAsync(other);
        var failing = await AddAsync("Generating");

        await FailAsync(failing);

        await harness.ReachesAsync(failing, harness.States.RollingBack);
        await harness.Messages.UntilAsync(() => Requests() == 1, "Nobody asked.");
    }

    [Fact]
    public async Task a_picture_that_was_deleted_is_no_hope()
    {
        var deleted = A.SceneIn("Ready");
        (deleted.AvatarId, deleted.ErasedAt) = (_avatar, DateTimeOffset.UtcNow);
        await harness.AddAsync(deleted);
        var failing = await AddAsync("Generating");

        await FailAsync(failing);

        await harness.ReachesAsync(failing, harness.States.RollingBack);
    }

    [Fact]
    public async Task of_those_that_fail_at_one_moment_exactly_one_asks_and_one_answer_ends_those_that_wait()
    {
        var scenes = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            scenes.Add(await AddAsync("Generating"));
        }

        await Task.WhenAll(scenes.Select(FailAsync));

        await harness.Messages.UntilAsync(() => Requests() > 0, "Nobody asked.");
        var asking = harness.Messages.Published<AvatarRollbackRequested>().First(request => request.AvatarId == _avatar);
        await harness.HearAndSettleAsync(new AvatarRolledBack { AvatarId = _avatar, SceneId = asking.SceneId });
        await harness.ReachesAsync(asking.SceneId, harness.States.RolledBack);
        Assert.Equal(1, Requests());
        Assert.Equal(1, await CountAsync(scenes, nameof(SceneStateMachine.RolledBack)));
        Assert.Equal(7, await CountAsync(scenes, nameof(SceneStateMachine.Failed)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task one_answer_counts_for_all_whichever_it_names(bool namesTheFirst)
    {
        var first = await AddAsync("Generating");
        await FailAsync(first);
        var late = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(late) with { AvatarId = _avatar });
        await harness.ReachesAsync(late, harness.States.RollingBack);

        await harness.HearAndSettleAsync(
            new AvatarRolledBack { AvatarId = _avatar, SceneId = namesTheFirst ? first : late });

        await harness.ReachesAsync(first, harness.States.RolledBack);
        await harness.ReachesAsync(late, harness.States.RolledBack);
        Assert.Equal(1, Requests());
    }

    [Fact]
    public async Task an_answer_that_names_one_that_ended_long_ago_counts_as_well()
    {
        var ended = await AddAsync("Canceled");
        var waiting = await AddAsync("Generating");
        await FailAsync(waiting);

        await harness.HearAndSettleAsync(
            new AvatarRollbackRefused { AvatarId = _avatar, SceneId = ended, Reason = "It was paid for." });

        await harness.ReachesAsync(waiting, harness.States.Failed);
        Assert.Equal("It was paid for.", (await harness.FindAsync(waiting))!.RollbackRefusal);
    }

    [Fact]
    public async Task a_later_one_of_an_avatar_that_is_gone_buys_nothing_and_asks_nobody()
    {
        var first = await AddAsync("Generating");
        await FailAsync(first);
        await harness.HearAndSettleAsync(new AvatarRolledBack { AvatarId = _avatar, SceneId = first });
        var later = Guid.NewGuid();

        await harness.HearAndSettleAsync(A.Avatar(later) with { AvatarId = _avatar });

        await harness.ReachesAsync(later, harness.States.RolledBack);
        var failed = await harness.SaysAsync<SceneFailed>(said => said.SceneId == later);
        Assert.Equal(
            (SceneFailureCodes.AvatarRolledBack, AvatarRollback.None), (failed.Code, failed.AvatarRollback));
        await harness.SaysAsync<SceneRolledBack>(said => said.SceneId == later);
        Assert.Equal(0, harness.CountSent<GenerateScene>(sent => sent.SceneId == later));
        Assert.Equal(1, Requests());
    }

    [Fact]
    public async Task after_a_refusal_the_avatar_may_be_asked_for_again()
    {
        var first = await AddAsync("Generating");
        await FailAsync(first);
        await harness.HearAndSettleAsync(new AvatarRollbackRefused { AvatarId = _avatar, SceneId = first });
        var later = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(later) with { AvatarId = _avatar });

        await FailAsync(later);

        await harness.ReachesAsync(later, harness.States.RollingBack);
        await harness.Messages.UntilAsync(() => Requests() == 2, "Nobody asked again.");
    }

    private async Task<Guid> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        scene.AvatarId = _avatar;
        await harness.AddAsync(scene);
        return scene.CorrelationId;
    }

    private Task FailAsync(Guid scene) => harness.HearAndSettleAsync(A.Failure(scene) with { Retryable = false });

    private int Requests() => harness.CountSaid<AvatarRollbackRequested>(request => request.AvatarId == _avatar);

    private async Task<int> CountAsync(List<Guid> scenes, string state)
    {
        var found = await Task.WhenAll(scenes.Select(harness.FindAsync));
        return found.Count(scene => scene!.CurrentState == state);
    }
}
