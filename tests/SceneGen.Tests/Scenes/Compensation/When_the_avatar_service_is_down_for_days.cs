using SceneGen.Contracts;
using SceneGen.Scenes.Compensation;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Compensation;

public abstract class When_the_avatar_service_is_down_for_days(TimedSceneHarness harness)
{
    public sealed class On_PostgreSQL(TimedSceneHarnessOnPostgres harness)
        : When_the_avatar_service_is_down_for_days(harness), IClassFixture<TimedSceneHarnessOnPostgres>;

    public sealed class On_SQLite(TimedSceneHarness harness)
        : When_the_avatar_service_is_down_for_days(harness), IClassFixture<TimedSceneHarness>;

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    private readonly Guid _avatar = Guid.NewGuid();

    public enum Answer
    {
        Once,
        Twice,
        ForAnotherScene,
        Refusal,
        RefusalAfterConsent,
    }

    [Theory]
    [InlineData(3, Answer.Once)]
    [InlineData(3, Answer.Twice)]
    [InlineData(3, Answer.ForAnotherScene)]
    [InlineData(3, Answer.Refusal)]
    [InlineData(3, Answer.RefusalAfterConsent)]
    [InlineData(8, Answer.Once)]
    [InlineData(8, Answer.Twice)]
    [InlineData(8, Answer.Refusal)]
    public async Task it_is_asked_again_and_again_and_one_answer_counts(int days, Answer answer)
    {
        var other = await AddAsync("Canceled");
        var scene = await AddAsync("Generating");
        await harness.HearAndSettleAsync(A.Failure(scene) with { Retryable = false });
        await PassAsync(scene, TimeSpan.FromDays(days));
        var asked = Requests();
        Assert.Equal(days > 7, (await harness.FindAsync(scene))!.RollbackCaseAt is not null);

        await AnswerAsync(answer, scene, other);

        var isRefused = answer is Answer.Refusal;
        await harness.UntilAsync(async () => (await harness.FindAsync(scene))!.CurrentState
            == (isRefused ? "Failed" : "RolledBack"));
        await harness.UntilAsync(async () => (await harness.WaitingAsync(scene)).Count == 0);
        harness.Advance(TimeSpan.FromDays(1));
        Assert.Equal(asked, Requests());
        Assert.Equal(
            [isRefused ? RollbackOutcome.Refused : RollbackOutcome.RolledBack],
            harness.Messages.Published<SceneRolledBack>().Where(said => said.SceneId == scene).Select(said => said.Outcome));
        Assert.Null((await harness.FindAsync(scene))!.ImageSha256);
        Assert.Equal(
            isRefused ? AvatarStanding.Kept : AvatarStanding.RolledBack, await harness.StandingAsync(_avatar));
    }

    /// <summary>Until then each request comes when the one before has waited as long as it should, and never sooner.</summary>
    private async Task PassAsync(Guid scene, TimeSpan time)
    {
        var end = harness.Now + time;
        var wait = TimeSpan.FromMinutes(1);
        for (var count = 1; ; count++)
        {
            await harness.UntilAsync(async () => Requests() >= count
                || (await harness.FindAsync(scene))!.RollbackCaseAt is not null);

            // What has not left the outbox yet would leave it once more after a leap.
            await harness.UntilAsync(async () => (await harness.WaitingAsync(scene)).All(IsTimer));
            var row = (await harness.FindAsync(scene))!;
            if (row.RollbackCaseAt is not null)
            {
                Assert.InRange(row.RollbackCaseAt.Value - row.RollbackRequestedAt!.Value, TimeSpan.FromDays(7), TimeSpan.FromDays(7.5));
                harness.Advance(end - harness.Now);
                return;
            }

            Assert.Equal(count, Requests());
            var due = await harness.DueAsync(row.RollbackToken!.Value);
            Assert.InRange(due - harness.Now, wait - Slack, wait);
            if (due > end)
            {
                harness.Advance(end - harness.Now);
                return;
            }

            harness.Advance(due - harness.Now);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task AnswerAsync(Answer answer, Guid scene, Guid other)
    {
        var consent = new AvatarRolledBack { AvatarId = _avatar, SceneId = answer is Answer.ForAnotherScene ? other : scene };
        var refusal = new AvatarRollbackRefused { AvatarId = _avatar, SceneId = scene, Reason = "It was paid for." };
        await harness.HearAndSettleAsync(answer is Answer.Refusal ? refusal : consent);
        if (answer is Answer.Twice)
        {
            await harness.HearAndSettleAsync(consent);
        }
        else if (answer is Answer.RefusalAfterConsent)
        {
            await harness.HearAndSettleAsync(refusal);
        }
    }

    private async Task<Guid> AddAsync(string state)
    {
        var scene = A.SceneIn(state);
        scene.AvatarId = _avatar;
        await harness.AddAsync(scene);
        return scene.CorrelationId;
    }

    private static bool IsTimer(string types) => types.Contains("SceneRollbackUnanswered", StringComparison.Ordinal);

    private int Requests() => harness.CountSaid<AvatarRollbackRequested>(request => request.AvatarId == _avatar);
}
