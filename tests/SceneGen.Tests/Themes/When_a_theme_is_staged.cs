using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Themes;
using SceneGen.Themes.Placing;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Themes;

public sealed class When_a_theme_is_staged
{
    private static readonly ThemeLabel Dawn = new()
    {
        Id = "dawn",
        Change = new ThemeVariant { Mood = "fresh", Placement = new Placement { Pose = "yawning", Scale = 0.3 } },
    };

    private static readonly Theme Garden = new()
    {
        Prompt = "In a garden.",
        Mood = "calm",
        Placement = new Placement
        {
            Anchor = new Anchor { X = 0.4, Y = 0.9 },
            Scale = 0.5,
            Width = 0.2,
            Ground = new Ground { Surface = "grass" },
        },
        Avatars = new AvatarVariants
        {
            Animal = new ThemeVariant { Placement = new Placement { Pose = "sniffing" }, Mood = "lively" },
            Object = new ThemeVariant { Placement = new Placement { Scale = 0.25, Ground = new Ground { Surface = "a table" } } },
        },
        Labels = [Dawn],
    };

    [Fact]
    public void it_is_whole_where_the_theme_says_nothing()
    {
        var staging = Staging.Of(new Theme { Prompt = "Somewhere." }, kind: null, label: null);

        Assert.Equal(new FrameBox(0.3313, 0.32, 0.3375, 0.6), staging.Box);
        Assert.Equal(Facing.Viewer, staging.Placement.Facing);
        Assert.Equal("the ground", staging.Placement.Ground.Surface);
    }

    [Fact]
    public void the_box_stands_on_the_anchor()
        => Assert.Equal(new FrameBox(0.3, 0.4, 0.2, 0.5), Staging.Of(Garden, AvatarKind.Human, label: null).Box);

    [Fact]
    public void a_kind_changes_what_it_names_and_leaves_the_rest()
    {
        var table = Staging.Of(Garden, AvatarKind.Object, label: null);

        Assert.Equal("a table", table.Placement.Ground.Surface);
        Assert.Equal("calm", table.Mood);

        // A width was meant for its scale, and goes with it.
        Assert.Equal(new FrameBox(0.3297, 0.65, 0.1406, 0.25), table.Box);
    }

    [Fact]
    public void a_label_comes_before_the_theme_and_a_kind_before_the_label()
    {
        var human = Staging.Of(Garden, AvatarKind.Human, Dawn);
        var animal = Staging.Of(Garden, AvatarKind.Animal, Dawn);

        Assert.Equal(("fresh", "yawning", 0.3), (human.Mood, human.Placement.Pose, human.Placement.Scale));
        Assert.Equal(("lively", "sniffing", 0.3), (animal.Mood, animal.Placement.Pose, animal.Placement.Scale));
        Assert.Equal("grass", animal.Placement.Ground.Surface);
    }
}
