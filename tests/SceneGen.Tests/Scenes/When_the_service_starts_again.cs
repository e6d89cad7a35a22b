using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_the_service_starts_again(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task a_scene_that_was_asking_asks_again()
    {
        var scene = await ResumeAsync("Submitting");

        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene);
    }

    [Fact]
    public async Task a_scene_that_was_being_painted_is_looked_at()
    {
        var scene = await ResumeAsync("Generating");

        Assert.Null((await harness.SendsAsync<CheckGeneration>(sent => sent.SceneId == scene)).Check);
    }

    [Fact]
    public async Task a_picture_that_was_being_fetched_is_fetched()
    {
        var scene = await ResumeAsync("Storing");

        await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene);
    }

    [Fact]
    public async Task an_unanswered_rollback_is_asked_for()
    {
        var scene = await ResumeAsync("RollingBack");

        await harness.SaysAsync<AvatarRollbackRequested>(said => said.SceneId == scene);
    }

    [Fact]
    public async Task the_wait_for_a_theme_ends_when_it_would_have_ended()
    {
        var waiting = A.SceneIn("AwaitingTheme");
        waiting.ThemeWaitEndsAt = DateTimeOffset.UtcNow.AddMinutes(-1);
        await harness.AddAsync(waiting);

        await harness.HearAsync(new SceneResumed { SceneId = waiting.CorrelationId });

        await harness.ReachesAsync(waiting.CorrelationId, harness.States.Expired);
    }

    private async Task<Guid> ResumeAsync(string state)
    {
        var scene = A.SceneIn(state);
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new SceneResumed { SceneId = scene.CorrelationId });
        return scene.CorrelationId;
    }
}
