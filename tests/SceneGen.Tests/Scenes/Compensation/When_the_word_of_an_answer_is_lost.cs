using SceneGen.Contracts;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Compensation;

/// <summary>Two scenes of an avatar: the first asks for the rollback, the second waits to be told what was answered.</summary>
public abstract class When_the_word_of_an_answer_is_lost(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_the_word_of_an_answer_is_lost(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_the_word_of_an_answer_is_lost(harness), IClassFixture<SceneHarness>;

    private readonly Guid _avatar = Guid.NewGuid();

    [Theory]
    [InlineData(AvatarStanding.RolledBack, "RolledBack", RollbackOutcome.RolledBack)]
    [InlineData(AvatarStanding.Kept, "Failed", RollbackOutcome.Refused)]
    public async Task the_one_that_waits_finds_it_at_the_avatar(AvatarStanding standing, string state, RollbackOutcome outcome)
    {
        var (asking, waiting) = await BeginAsync();
        await AnswerAsync(asking, state, standing);

        await LookAsync(waiting);

        var scene = (await harness.FindAsync(waiting))!;
        Assert.Equal((state, null), (scene.CurrentState, scene.RollbackToken));
        Assert.Equal(outcome, (await harness.SaysAsync<SceneRolledBack>(said => said.SceneId == waiting)).Outcome);
        Assert.Equal(1, Requests());
    }

    [Fact]
    public async Task it_waits_on_while_nothing_was_answered()
    {
        var (_, waiting) = await BeginAsync();
        var before = await DueAsync(waiting);

        await LookAsync(waiting);

        Assert.Equal("RollingBack", (await harness.FindAsync(waiting))!.CurrentState);
        Assert.True(await DueAsync(waiting) > before);
        Assert.Equal(1, Requests());
    }

    [Fact]
    public async Task after_days_it_waits_for_the_operator_alone()
    {
        var (_, waiting) = await BeginAsync();
        await harness.WithDatabaseAsync(async database =>
        {
            var scene = (await database.Scenes.FindAsync([waiting], TestContext.Current.CancellationToken))!;
            scene.RollbackRequestedAt -= harness.Compensation.GiveUpAfter;
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await LookAsync(waiting);

        var row = (await harness.FindAsync(waiting))!;
        Assert.Equal(("RollingBack", true, null), (row.CurrentState, row.RollbackCaseAt is not null, row.RollbackToken));
    }

    [Fact]
    public async Task it_asks_itself_where_nobody_asks_any_more()
    {
        var (asking, waiting) = await BeginAsync();
        await AnswerAsync(asking, "Failed", AvatarStanding.Requested);
        var before = (await harness.FindAsync(waiting))!.RollbackToken;

        await LookAsync(waiting);

        await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == waiting);
        Assert.NotEqual(before, (await harness.FindAsync(waiting))!.RollbackToken);
        await DueAsync(waiting);
    }

    private async Task<(Guid Asking, Guid Waiting)> BeginAsync()
    {
        var first = A.SceneIn("Generating");
        first.AvatarId = _avatar;
        await harness.AddAsync(first);
        await harness.HearAndSettleAsync(A.Failure(first.CorrelationId) with { Retryable = false });
        var late = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(late) with { AvatarId = _avatar });
        await harness.ReachesAsync(late, harness.States.RollingBack);
        return (first.CorrelationId, late);
    }

    /// <summary>As the answer to the first leaves it, but for the message to the second.</summary>
    private Task AnswerAsync(Guid asking, string state, AvatarStanding standing)
        => harness.WithDatabaseAsync(async database =>
        {
            (await database.Scenes.FindAsync([asking], TestContext.Current.CancellationToken))!.CurrentState = state;
            (await database.Avatars.FindAsync([_avatar], TestContext.Current.CancellationToken))!.Standing = standing;
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

    private async Task LookAsync(Guid waiting)
        => await harness.HearAndSettleAsync(
            new SceneRollbackUnanswered { SceneId = waiting }, (await harness.FindAsync(waiting))!.RollbackToken);

    private async Task<DateTimeOffset> DueAsync(Guid waiting)
        => await harness.DueAsync((await harness.FindAsync(waiting))!.RollbackToken!.Value);

    private int Requests() => harness.CountSaid<AvatarRollbackRequested>(request => request.AvatarId == _avatar);
}
