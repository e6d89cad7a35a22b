using SceneGen.Contracts;
using SceneGen.Themes;

namespace SceneGen.Tests.Themes;

public sealed class When_a_shipped_theme_is_read
{
    private static readonly AvatarDescription Fox = new()
    {
        Kind = AvatarKind.Animal,
        Name = "Juniper",
        Description = "a red fox with a green scarf",
    };

    [Fact]
    public void there_are_three()
        => Assert.Equal(
            ["enchanted-forest", "neon-city", "space-station"],
            ShippedThemes.Read().All.Select(theme => theme.Id));

    [Theory]
    [InlineData("enchanted-forest", "black-forest-labs/flux-2-pro", "bytedance/seedream-4")]
    [InlineData("neon-city", "bytedance/seedream-4", "black-forest-labs/flux-2-pro")]
    [InlineData("space-station", "black-forest-labs/flux-2-pro", "bytedance/seedream-4")]
    public void it_asks_two_models_in_turn(string id, string first, string second)
        => Assert.Equal([first, second], ShippedThemes.Find(id).Models);

    [Fact]
    public void the_enchanted_forest_is_asked_for_in_these_words()
        => Assert.Equal(
            "Place the animal from the reference picture, \"Juniper\", described as \"a red fox with a green scarf\", "
            + "in a clearing of an enchanted forest at dusk. Keep its face, shape, colours and clothing exactly as in "
            + "the reference. It stands on soft moss slightly right of the centre, whole figure visible, about 60 "
            + "percent of the frame's height, facing the viewer, a few blades of grass in front of its feet and a soft "
            + "shadow under them. Old twisted trees, ferns, glowing mushrooms and floating sparks surround it; shafts "
            + "of golden light come from the upper left and rim its outline. Wide cinematic 16:9 frame, sharp, "
            + "detailed, no text, no logo, no frame around the picture.",
            ScenePrompt.Render(ShippedThemes.Find("enchanted-forest"), Fox, 4000));

    [Fact]
    public void the_neon_city_is_asked_for_in_these_words()
        => Assert.Equal(
            "Place the animal from the reference picture, \"Juniper\", described as \"a red fox with a green scarf\", "
            + "in a street of a neon city at night after rain. Keep its face, shape, colours and clothing exactly as "
            + "in the reference. It stands on the wet asphalt in the centre, whole figure visible, about 60 percent of "
            + "the frame's height, facing the viewer, its reflection in the puddles below and a soft shadow under its "
            + "feet. Tall buildings with glowing windows line the street; pink light falls on its left side and blue "
            + "light on its right, thin mist lies in the distance. Wide cinematic 16:9 frame, sharp, detailed, no "
            + "readable text, no logo, no frame around the picture.",
            ScenePrompt.Render(ShippedThemes.Find("neon-city"), Fox, 4000));

    [Fact]
    public void the_space_station_is_asked_for_in_these_words()
        => Assert.Equal(
            "Place the animal from the reference picture, \"Juniper\", described as \"a red fox with a green scarf\", "
            + "on the observation deck of a space station. Keep its face, shape, colours and clothing exactly as in "
            + "the reference. It stands on the brushed metal floor slightly left of the centre, whole figure visible, "
            + "about 60 percent of the frame's height, facing the viewer, with a soft contact shadow and a faint "
            + "reflection under its feet. Behind it tall curved windows show a blue planet, thin clouds and many "
            + "stars; cool light from the windows falls on its right side, warm strip lights on its left. Wide "
            + "cinematic 16:9 frame, sharp, detailed, no text, no logo, no frame around the picture.",
            ScenePrompt.Render(ShippedThemes.Find("space-station"), Fox, 4000));
}
