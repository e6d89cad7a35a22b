using System.Globalization;
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

    [Theory]
    [InlineData("black-forest-labs/flux-2-pro", true, "Url", "Crop", 1920, 1088)]
    [InlineData("bytedance/seedream-4", false, "List", "Native", 1920, 1080)]
    [InlineData("bytedance/seedream-4.5", false, "List", "Scale", 2560, 1440)]
    [InlineData("bytedance/seedream-5-pro", false, "List", "Scale", 2816, 1584)]
    [InlineData("google/nano-banana-pro", false, "Url", "Scale", 2752, 1536)]
    [InlineData("black-forest-labs/flux-kontext-pro", true, "Url", "Scale", 1392, 752)]
    [InlineData("qwen/qwen-image-edit-plus", true, "List", "Scale", 1344, 768)]
    public void each_is_known_for_what_it_answers(
        string id, bool takesSeed, string output, string strategy, int width, int height)
    {
        var model = Shipped(id);

        Assert.Equal((takesSeed, output), (model.TakesSeed, model.Output.ToString()));
        Assert.Equal(
            (strategy, width, height), (model.Size!.Strategy.ToString(), model.Size.Width, model.Size.Height));
    }

    [Theory]
    [InlineData("black-forest-labs/flux-2-pro", 5000, "0.045", "input.input_images")]
    [InlineData("bytedance/seedream-4", 4000, "0.03", "input.image_input")]
    [InlineData("bytedance/seedream-4.5", 4000, "0.04", "input.image_input")]
    [InlineData("bytedance/seedream-5-pro", 4000, "0.09", "input.image_input")]
    [InlineData("google/nano-banana-pro", 5000, "0.15", "input.image_input")]
    [InlineData("black-forest-labs/flux-kontext-pro", 5000, "0.04", "input.input_image")]
    [InlineData("qwen/qwen-image-edit-plus", 4000, "0.03", "input.image")]
    public void its_limit_price_and_field_for_the_avatar_are_known(string id, int limit, string price, string field)
    {
        var model = Shipped(id);

        Assert.Equal(
            (limit, price, field),
            (model.PromptLimit, model.Price.ToString(CultureInfo.InvariantCulture), model.AvatarField));
    }

    [Fact]
    public void every_kind_of_value_goes_out_as_what_it_is()
    {
        using var folder = new TestFolder();
        folder.Write("model.yaml", """
            id: owner/model
            output: url
            size: {strategy: native, width: 1920, height: 1080}
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
