using SceneGen.Contracts;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_message_comes_before_its_scene(SceneHarness harness) : IClassFixture<SceneHarness>
{
    [Fact]
    public async Task it_is_kept_until_the_scene_is_there()
    {
        var scene = Guid.NewGuid();
        await harness.HearAndSettleAsync(new ThemeSelected { SceneId = scene, Theme = "space-station" });

        await harness.HearAsync(A.Avatar(scene, theme: null));

        await harness.ReachesAsync(scene, harness.States.Submitting);
        Assert.Equal("space-station", (await harness.FindAsync(scene))!.Theme);
    }
}
