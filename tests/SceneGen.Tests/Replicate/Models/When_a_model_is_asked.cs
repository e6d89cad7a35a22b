using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Tests.Assets;

namespace SceneGen.Tests.Replicate.Models;

public sealed class When_a_model_is_asked
{
    private const string AvatarUrl = "https://avatars.example.org/fox.png?a=1&b=2";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public void flux_gets_its_input_to_the_letter()
        => Assert.Equal(
            """
            {
              "prompt": "A fox.",
              "input_images": [
                "https://avatars.example.org/fox.png?a=1&b=2"
              ],
              "aspect_ratio": "custom",
              "width": 1920,
              "height": 1088,
              "seed": 7,
              "output_format": "png",
              "safety_tolerance": 2
            }
            """,
            ModelInput.Fill(Shipped("black-forest-labs/flux-2-pro"), "A fox.", AvatarUrl, 7).ToJsonString(Readable));

    [Fact]
    public void seedream_gets_its_input_to_the_letter()
        => Assert.Equal(
            """
            {
              "prompt": "A fox.",
              "image_input": [
                "https://avatars.example.org/fox.png?a=1&b=2"
              ],
              "size": "custom",
              "width": 1920,
              "height": 1080,
              "sequential_image_generation": "disabled",
              "max_images": 1
            }
            """,
            ModelInput.Fill(Shipped("bytedance/seedream-4"), "A fox.", AvatarUrl, seed: null).ToJsonString(Readable));

    [Fact]
    public void only_one_that_takes_a_seed_gets_one()
    {
        Assert.True(Shipped("black-forest-labs/flux-2-pro").TakesSeed);
        Assert.False(Shipped("bytedance/seedream-4").TakesSeed);
    }

    [Fact]
    public void its_limits_and_price_are_known()
    {
        var (flux, seedream) = (Shipped("black-forest-labs/flux-2-pro"), Shipped("bytedance/seedream-4"));

        Assert.Equal((5000, 0.045m), (flux.PromptLimit, flux.Price));
        Assert.Equal((4000, 0.03m), (seedream.PromptLimit, seedream.Price));
    }

    [Fact]
    public void every_kind_of_value_goes_out_as_what_it_is()
    {
        using var folder = new TestFolder();
        folder.Write("model.yaml", """
            id: owner/model
            input:
              text: "{prompt}"
              image: "{avatarUrl}"
              word: true colours
              digits: "1080"
              yes_or_no: true
              whole: 3
              part: 0.25
              list: [1, "{prompt}", false]
            """u8);

        var model = Library(folder.Root).Find("owner/model")!;

        Assert.Equal(
            """
            {
              "text": "A fox.",
              "image": "u",
              "word": "true colours",
              "digits": "1080",
              "yes_or_no": true,
              "whole": 3,
              "part": 0.25,
              "list": [
                1,
                "A fox.",
                false
              ]
            }
            """,
            ModelInput.Fill(model, "A fox.", "u", seed: null).ToJsonString(Readable));
    }

    [Fact]
    public void one_without_a_profile_is_not_found()
        => Assert.Null(Library("").Find("owner/model"));

    private static ModelProfile Shipped(string id) => Library("").Find(id)!;

    private static ModelLibrary Library(string path) => new(Options.Create(new ModelOptions { Path = path }));
}
