using SceneGen.Assets.Messages;
using SceneGen.Callbacks.Messages;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_scene_is_erased(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task nothing_personal_stays_and_its_picture_goes()
    {
        var scene = A.SceneIn("Ready");
        scene.Prompt = "A fox called Juniper.";
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.NotNull(row.ErasedAt);
        Assert.Equal(("", null, null, null), (row.AvatarUrl, row.AvatarName, row.AvatarDescription, row.Prompt));
        var command = await harness.SendsAsync<DiscardPicture>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(A.Sha256, command.Sha256);
    }

    [Fact]
    public async Task what_its_prediction_was_asked_does_not_come_back()
    {
        var scene = A.SceneIn("Ready");
        scene.PredictionId = null;
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId));

        Assert.Null((await harness.FindAsync(scene.CorrelationId))!.Prompt);
    }

    [Fact]
    public async Task its_session_is_no_longer_named_and_its_owner_is_known()
    {
        var scene = A.SceneIn("Failed");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });
        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.DoesNotContain(scene.SessionId, row.SessionId, StringComparison.Ordinal);
        Assert.True(SessionMark.IsOf(row, scene.SessionId));
    }

    [Fact]
    public async Task what_becomes_of_its_callback_is_not_told()
    {
        var scene = A.SceneIn("Failed");
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        await harness.HearAndSettleAsync(new CallbackSettled
        {
            SceneId = scene.CorrelationId,
            Type = "scene.failed",
            IsTaken = true,
            Outcome = "http_204",
        });

        Assert.Empty(await harness.TimelineAsync(scene.CorrelationId));
    }

    [Fact]
    public async Task its_avatars_late_announcement_begins_nothing()
    {
        var scene = A.SceneIn("Canceled");
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        await harness.HearAndSettleAsync(A.Avatar(scene.CorrelationId));

        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Equal(("Canceled", ""), (row.CurrentState, row.AvatarUrl));
    }
}
