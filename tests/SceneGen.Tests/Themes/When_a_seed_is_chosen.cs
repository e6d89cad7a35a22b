using SceneGen.Themes.Asking;

namespace SceneGen.Tests.Themes;

public sealed class When_a_seed_is_chosen
{
    private static readonly Guid Scene = new("0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6");

    [Theory]
    [InlineData(SeedPolicy.Free)]
    [InlineData(SeedPolicy.Scene)]
    [InlineData(SeedPolicy.Fixed)]
    public void the_same_command_has_the_same_and_another_attempt_another(SeedPolicy policy)
    {
        var choice = new SeedChoice { Policy = policy, Value = 42 };

        Assert.Equal(choice.For(Scene, 1, 1), choice.For(Scene, 1, 1));
        Assert.NotEqual(choice.For(Scene, 1, 1), choice.For(Scene, 1, 2));
        Assert.All(Enumerable.Range(1, 100), attempt => Assert.True(choice.For(Scene, 1, attempt) >= 0));
    }

    [Fact]
    public void free_ones_differ_by_run_and_scene()
    {
        var choice = new SeedChoice();

        Assert.NotEqual(choice.For(Scene, 1, 1), choice.For(Scene, 2, 1));
        Assert.NotEqual(choice.For(Scene, 1, 1), choice.For(Guid.Empty, 1, 1));
    }

    [Fact]
    public void a_scenes_own_differ_by_scene_alone()
    {
        var choice = new SeedChoice { Policy = SeedPolicy.Scene };

        Assert.Equal(choice.For(Scene, 1, 1), choice.For(Scene, 2, 1));
        Assert.NotEqual(choice.For(Scene, 1, 1), choice.For(Guid.Empty, 1, 1));
    }

    [Fact]
    public void fixed_ones_count_up_from_the_themes_and_stay_positive()
    {
        Assert.Equal(43, new SeedChoice { Policy = SeedPolicy.Fixed, Value = 42 }.For(Scene, 3, 2));
        Assert.Equal(0, new SeedChoice { Policy = SeedPolicy.Fixed, Value = int.MaxValue }.For(Scene, 1, 2));
    }
}
