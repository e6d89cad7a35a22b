using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Correlation;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_an_avatar_arrives(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task with_a_theme_its_picture_is_asked_for_at_once()
    {
        var avatar = A.Avatar();
        await harness.HearAsync(avatar);

        var scene = SceneIds.Of(avatar);
        await harness.ReachesAsync(scene, harness.States.Submitting);
        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene);
        Assert.Equal((1, 1, "neon-city", avatar.AvatarUrl), (command.Run, command.Attempt, command.Theme, command.AvatarUrl));
        Assert.Equal(avatar.Avatar, command.Avatar);
    }

    [Fact]
    public async Task without_a_theme_the_scene_waits_for_the_user_to_choose_one()
    {
        var avatar = A.Avatar(theme: null);
        await harness.HearAsync(avatar);
        var scene = SceneIds.Of(avatar);
        await harness.ReachesAsync(scene, harness.States.AwaitingTheme);
        Assert.Equal(0, harness.CountSent<GenerateScene>(sent => sent.SceneId == scene));

        await harness.HearAsync(new ThemeSelected { SceneId = scene, Theme = "space-station" });

        var command = await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene);
        Assert.Equal("space-station", command.Theme);
    }

    [Fact]
    public async Task five_times_at_once_it_makes_one_scene_and_is_bought_once()
    {
        var avatar = A.Avatar();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => harness.HearAndSettleAsync(avatar)));

        var scene = SceneIds.Of(avatar);
        await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == scene);
        Assert.Equal(1, harness.CountSent<GenerateScene>(sent => sent.SceneId == scene));
        Assert.Single(await harness.TimelineAsync(scene));
    }

    [Fact]
    public async Task again_with_other_content_nothing_changes_and_the_timeline_says_so()
    {
        var avatar = A.Avatar();
        await harness.HearAndSettleAsync(avatar);
        await harness.HearAndSettleAsync(avatar with { AvatarUrl = "https://avatars.example.org/other.png" });

        var scene = SceneIds.Of(avatar);
        Assert.Equal(avatar.AvatarUrl, (await harness.FindAsync(scene))!.AvatarUrl);
        Assert.Contains("announced again", (await harness.TimelineAsync(scene))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void its_scene_has_the_same_id_every_time_and_everywhere()
    {
        var avatar = A.Avatar() with { AvatarId = new Guid("11111111-2222-4333-8444-555555555555") };

        Assert.Equal(new Guid("a2533129-23a8-5340-acc2-a1d98f65c53c"), SceneIds.Of(avatar));
    }
}
