using SceneGen.Assets.Messages;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_an_avatar_was_looked_at(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static readonly AvatarPicture Seen = new()
    {
        Sha256 = A.Sha256,
        Width = 512,
        Height = 768,
        Bytes = 250_000,
        Colours = ["#e06020", "#10a040"],
        FileUrl = "https://api.example/files/f1",
        FileExpiresAt = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public async Task the_scene_keeps_it_and_the_next_attempt_is_told()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with { Picture = Seen });
        await harness.HearAndSettleAsync(A.Failure(scene.CorrelationId));

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equivalent(Seen, command.Picture, strict: true);
        Assert.Equal(2, command.Attempt);
    }

    [Fact]
    public async Task whoever_keeps_the_picture_is_told_its_colours()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId) with { Picture = Seen });
        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId));

        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(["#e06020", "#10a040"], command.AvatarColours);
    }

    [Fact]
    public async Task one_that_nobody_looked_at_has_no_colours()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId));

        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Empty(command.AvatarColours);
    }

    [Fact]
    public async Task and_its_host_was_away_the_scene_counts_how_often()
    {
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Postponement(scene.CorrelationId) with { AvatarMisses = 3 });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((3, null, 1, true), (command.AvatarMisses, command.Picture, command.Attempt, command.IsRepeat));
    }

    [Fact]
    public async Task and_the_provider_was_busy_it_need_not_be_looked_at_again()
    {
        var scene = A.SceneIn("Submitting");
        scene.AvatarMisses = 2;
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Postponement(scene.CorrelationId) with { Picture = Seen });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equivalent(Seen, command.Picture, strict: true);
        Assert.Equal(0, command.AvatarMisses);
    }

    [Fact]
    public async Task an_erased_scene_forgets_it()
    {
        var scene = A.SceneIn("Ready");
        (scene.AvatarSha256, scene.AvatarColours, scene.AvatarFileUrl) = (Seen.Sha256, "#e06020", Seen.FileUrl);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(new EraseScene { SceneId = scene.CorrelationId });

        var erased = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Equal((null, null, null), (erased.AvatarSha256, erased.AvatarColours, erased.AvatarFileUrl));
    }
}
