using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes;
using SceneGen.Scenes.Timers;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes.Timers;

/// <summary>Purged with a queue, or gone with the broker: no row of it is left, and nobody else would move the scene.</summary>
public abstract class When_a_timer_was_lost(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_a_timer_was_lost(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_a_timer_was_lost(harness), IClassFixture<SceneHarness>;

    [Fact]
    public async Task a_scene_that_waits_for_its_theme_expires()
    {
        var scene = await StrandAsync("AwaitingTheme", scene =>
            (scene.UpdatedAt, scene.ThemeWaitEndsAt) = (Long() - harness.Scenes.ThemeWait, Long()));

        await SendAgainAsync();

        await harness.ReachesAsync(scene, harness.States.Expired);
    }

    [Fact]
    public async Task a_step_is_taken_again()
    {
        var (submitting, generating, storing) =
            (await StrandAsync("Submitting"), await StrandAsync("Generating"), await StrandAsync("Storing"));

        await SendAgainAsync();

        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == submitting);
        await harness.SendsAsync<CheckGeneration>(sent => sent.SceneId == generating);
        await harness.SendsAsync<StoreScene>(sent => sent.SceneId == storing);
    }

    [Fact]
    public async Task a_request_to_roll_back_is_repeated()
    {
        var scene = await StrandAsync("RollingBack");

        await SendAgainAsync();

        await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene);
    }

    [Fact]
    public async Task the_time_that_a_scene_has_ends()
    {
        var scene = await StrandAsync("Submitting", scene =>
        {
            scene.UpdatedAt = DateTimeOffset.UtcNow;
            scene.DeadlineAt = DateTimeOffset.UtcNow.AddHours(-1);
        });

        await SendAgainAsync();

        await harness.ReachesAsync(scene, harness.States.RollingBack);
        Assert.Equal(SceneFailureCodes.DeadlineExceeded, (await harness.FindAsync(scene))!.FailureCode);
    }

    [Fact]
    public async Task what_moves_by_itself_is_left_alone()
    {
        var withTimer = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(withTimer));
        await harness.WithDatabaseAsync(async database =>
        {
            (await database.Scenes.FindAsync([withTimer], TestContext.Current.CancellationToken))!.UpdatedAt = Long();
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        await StrandAsync("RollingBack", scene => scene.RollbackCaseAt = Long());
        await StrandAsync("Ready");
        await StrandAsync("AwaitingTheme");
        await StrandAsync("RollingBack", scene => scene.RollbackRequests = 0);
        await StrandAsync("Generating", scene => scene.UpdatedAt = DateTimeOffset.UtcNow);

        Assert.Equal(0, await SendAgainAsync());
    }

    private static DateTimeOffset Long() => DateTimeOffset.UtcNow.AddHours(-1);

    /// <summary>In a state that only its timer ends, and without it for an hour.</summary>
    private async Task<Guid> StrandAsync(string state, Action<SceneState>? change = null)
    {
        var scene = A.SceneIn(state);
        scene.UpdatedAt = Long();
        (scene.ThemeWaitToken, scene.StepToken, scene.DeadlineToken, scene.RollbackToken) =
            (Of(scene.ThemeWaitToken), Of(scene.StepToken), Of(scene.DeadlineToken), Of(scene.RollbackToken));
        change?.Invoke(scene);
        await harness.AddAsync(scene);
        return scene.CorrelationId;

        static Guid? Of(Guid? token) => token is null ? null : Guid.NewGuid();
    }

    private async Task<int> SendAgainAsync()
    {
        await using var scope = harness.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LostTimers>()
            .SendAgainAsync(TestContext.Current.CancellationToken);
    }
}
