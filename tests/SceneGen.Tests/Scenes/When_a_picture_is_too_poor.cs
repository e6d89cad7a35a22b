using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_picture_is_too_poor(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task another_is_made_and_taken_whatever_it_is()
    {
        var scene = A.SceneIn("Storing");
        scene.AttemptLimit = 3;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.StorageFailure(scene.CorrelationId) with
        {
            Code = SceneFailureCodes.OutputBlurred,
            IsQualityMiss = true,
        });
        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId && sent.Attempt == 2);
        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId, attempt: 2));

        Assert.True((await CommandAsync(scene.CorrelationId)).TakesAnyQuality);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task it_is_taken_when_no_attempt_is_left(int attempt, bool takesAnyQuality)
    {
        var scene = A.SceneIn("Generating");
        scene.Attempt = attempt;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId, attempt));

        Assert.Equal(takesAnyQuality, (await CommandAsync(scene.CorrelationId)).TakesAnyQuality);
    }

    [Fact]
    public async Task another_is_made_too_where_its_end_was_heard_of_before_its_beginning()
    {
        var scene = A.SceneIn("Submitting");
        scene.AttemptLimit = 0;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId) with { AttemptLimit = 3 });
        Assert.False((await CommandAsync(scene.CorrelationId)).TakesAnyQuality);
        await harness.HearAndSettleAsync(A.StorageFailure(scene.CorrelationId));

        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId && sent.Attempt == 2);
    }

    private Task<StoreScene> CommandAsync(Guid scene) => harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene);
}
