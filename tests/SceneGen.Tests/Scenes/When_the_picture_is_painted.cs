using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Scenes;

public sealed class When_the_picture_is_painted(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task it_is_stored_and_announced_once()
    {
        var scene = Guid.NewGuid();
        var avatar = A.Avatar(scene);
        await harness.HearAndSettleAsync(avatar);
        await harness.HearAndSettleAsync(A.Start(scene));
        await harness.HearAndSettleAsync(A.Success(scene));
        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene);
        Assert.Equal(A.Success(scene).OutputUrl, command.OutputUrl);

        await harness.HearAndSettleAsync(A.Storage(scene));
        await harness.HearAndSettleAsync(A.Storage(scene));

        var ready = await harness.SaysAsync<SceneReady>(said => said.SceneId == scene);
        Assert.Equal(
            new SceneReady
            {
                SceneId = scene,
                SessionId = avatar.SessionId,
                AvatarId = avatar.AvatarId,
                Theme = "neon-city",
                ImageUrl = $"/assets/{A.Sha256}.jpg",
                ThumbnailUrl = $"/assets/{A.ThumbnailSha256}.jpg",
                Width = 1920,
                Height = 1080,
                ContentType = "image/jpeg",
                Bytes = 336_312,
                Sha256 = A.Sha256,
                ReadyAt = ready.ReadyAt,
            },
            ready);
        Assert.Equal(1, harness.CountSaid<SceneReady>(said => said.SceneId == scene));
    }

    [Fact]
    public async Task what_the_theme_says_of_the_avatars_place_goes_with_it_each_time()
    {
        var scene = Guid.NewGuid();
        var box = new FrameBox(0.3538, 0.39, 0.2925, 0.52);
        await harness.HearAndSettleAsync(A.Avatar(scene));
        await harness.HearAndSettleAsync(A.Start(scene) with { ThemeHash = "abc", ThemeLabel = "dusk", ModelVersion = "hidden" });
        await harness.HearAndSettleAsync(
            A.Success(scene) with { AvatarBox = box, MinSharpness = 12, MinAvatarScore = 0.5 });

        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene);

        Assert.Equal((box, 12, 0.5), (command.AvatarBox, command.MinSharpness, command.MinAvatarScore));
        var row = (await harness.FindAsync(scene))!;
        Assert.Equal(("abc", "dusk", "hidden", box), (row.ThemeHash, row.ThemeLabel, row.ModelVersion, row.AvatarBox));
    }

    [Fact]
    public async Task it_is_known_until_when_the_provider_has_it()
    {
        var scene = A.SceneIn("Generating");
        await harness.AddAsync(scene);
        var completedAt = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId) with { CompletedAt = completedAt });

        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(completedAt.AddHours(1), command.OutputExpiresAt);
        Assert.Equal(completedAt.AddHours(1), (await harness.FindAsync(scene.CorrelationId))!.OutputExpiresAt);
    }

    [Fact]
    public async Task found_again_after_its_file_was_lost_it_is_stored_again_and_the_scene_stays()
    {
        var scene = A.SceneIn("Ready");
        await harness.AddAsync(scene);
        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId));
        Assert.Equal(0, harness.CountSent<StoreScene>(sent => sent.SceneId == scene.CorrelationId));

        await harness.HearAndSettleAsync(A.Success(scene.CorrelationId) with { IsFoundAgain = true });

        var command = await harness.SendsAsync<StoreScene>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal(A.Success(scene.CorrelationId).OutputUrl, command.OutputUrl);
        Assert.True(command.IsRestoring);
        Assert.Equal("Ready", (await harness.FindAsync(scene.CorrelationId))!.CurrentState);
    }

    [Fact]
    public async Task its_url_is_forgotten_once_it_is_stored()
    {
        var scene = A.SceneIn("Storing");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Storage(scene.CorrelationId));

        Assert.Null((await harness.FindAsync(scene.CorrelationId))!.OutputUrl);
    }

    [Fact]
    public async Task what_was_measured_is_kept_and_its_thumbnail_has_a_type_of_its_own()
    {
        var scene = A.SceneIn("Storing");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Storage(scene.CorrelationId) with
        {
            ThumbnailContentType = "image/webp",
            LargeThumbnailSha256 = "large",
            Blurhash = "L00000fQfQfQfQfQfQfQfQfQfQfQ",
            Sharpness = 0.12,
            AvatarScore = 0.9,
        });

        var row = (await harness.FindAsync(scene.CorrelationId))!;
        Assert.Equal(("large", 0.12, 0.9), (row.LargeThumbnailSha256, row.Sharpness, row.AvatarScore));
        var image = SceneResource.Of(
            row, SceneStep.Of(row, Language.English, row.UpdatedAt, secondsLeft: null), harness.Links, TimeSpan.FromDays(30), Language.English).Image!;
        Assert.Equal("L00000fQfQfQfQfQfQfQfQfQfQfQ", image.Blurhash);
        Assert.Equal(($"/assets/{A.Sha256}.jpg", $"/assets/{A.ThumbnailSha256}.webp"), (image.Url, image.ThumbnailUrl));
    }

    [Fact]
    public async Task the_timeline_tells_the_whole_way_without_a_gap()
    {
        var scene = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(scene));
        await harness.HearAndSettleAsync(A.Start(scene));
        await harness.HearAndSettleAsync(A.Success(scene));
        await harness.HearAndSettleAsync(A.Storage(scene));

        var timeline = await harness.TimelineAsync(scene);
        Assert.Equal(["Submitting", "Generating", "Storing", "Ready"], timeline.Select(entry => entry.State));
        Assert.Equal([1, 2, 3, 4], timeline.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task the_first_check_comes_after_the_wait_that_is_set()
    {
        harness.Polling.First = TimeSpan.FromMilliseconds(100);
        var scene = A.SceneIn("Submitting");
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(A.Start(scene.CorrelationId));

        var check = await harness.SendsAsync<CheckGeneration>(sent => sent.SceneId == scene.CorrelationId);
        Assert.Equal((1, 1), (check.Attempt, check.Check));
    }
}
