using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_the_user_cancels(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task the_running_prediction_is_canceled_and_the_end_is_announced()
    {
        var scene = await CancelAsync("Generating");

        await harness.SaysAsync<SceneCanceled>(said => said.SceneId == scene);
        var command = await harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene);
        Assert.Equal("prediction-1", command.PredictionId);
    }

    [Fact]
    public async Task a_prediction_that_begins_too_late_is_canceled()
    {
        var scene = await CancelAsync("Submitting");

        await harness.HearAndSettleAsync(A.Start(scene, prediction: "prediction-late"));

        var command = await harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene);
        Assert.Equal("prediction-late", command.PredictionId);
    }

    [Fact]
    public async Task a_picture_that_is_stored_too_late_is_thrown_away()
    {
        var scene = await CancelAsync("Storing");

        await harness.HearAndSettleAsync(A.Storage(scene));

        var command = await harness.SendsAsync<DiscardPicture>(sent => sent.SceneId == scene);
        Assert.Equal((A.Sha256, A.ThumbnailSha256), (command.Sha256, command.ThumbnailSha256));
        Assert.Null((await harness.FindAsync(scene))!.ImageSha256);
    }

    private async Task<Guid> CancelAsync(string state)
    {
        var scene = A.SceneIn(state);
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene.CorrelationId });
        await harness.ReachesAsync(scene.CorrelationId, harness.States.Canceled);
        return scene.CorrelationId;
    }
}
