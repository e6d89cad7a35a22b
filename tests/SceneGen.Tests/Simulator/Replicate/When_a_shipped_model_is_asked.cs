using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Replicate;

/// <summary>The service's profiles against the provider's rules: neither was written from the other.</summary>
public sealed class When_a_shipped_model_is_asked
{
    private static readonly ModelLibrary Library = new(Options.Create(new ModelOptions()));

    public static TheoryData<string> Ids => [.. Library.InOrder.Select(model => model.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void it_takes_its_input_and_paints_the_size_of_its_profile(string id)
    {
        var profile = Library.Find(id)!;
        var model = FakeModels.Find(id)!;
        var input = Sent(ModelInput.Fill(profile, "A fox.", "https://avatars.example.org/fox.png", seed: 7));

        Assert.Empty(model.Check(input));
        var order = model.Read(input);
        Assert.Null(model.Refusal(order));
        Assert.Equal((profile.Size!.Width, profile.Size.Height), (order.Width, order.Height));
        Assert.Equal("https://avatars.example.org/fox.png", Assert.Single(order.ImageUrls));
        Assert.Equal(profile.TakesSeed ? 7 : null, order.Seed);
        Assert.Equal(profile.Output is OutputShape.List, model.OutputIsArray);
    }

    [Theory]
    [InlineData("bytedance/seedream-4.5", "size", "\"1K\"", "enum", "input.size")]
    [InlineData("bytedance/seedream-4", "seed", "7", "additional_property_not_allowed", "input")]
    [InlineData("bytedance/seedream-4", "width", "1023", "number_gte", "input.width")]
    [InlineData("bytedance/seedream-5-pro", "width", "1920", "additional_property_not_allowed", "input")]
    [InlineData("bytedance/seedream-5-pro", "size", "\"custom\"", "enum", "input.size")]
    [InlineData("google/nano-banana-pro", "resolution", "\"8K\"", "enum", "input.resolution")]
    [InlineData("google/nano-banana-pro", "seed", "7", "additional_property_not_allowed", "input")]
    [InlineData("google/nano-banana-pro", "output_format", "\"webp\"", "enum", "input.output_format")]
    [InlineData("black-forest-labs/flux-kontext-pro", "safety_tolerance", "3", "number_lte", "input.safety_tolerance")]
    [InlineData("black-forest-labs/flux-kontext-pro", "input_image", "[\"u\"]", "invalid_type", "input.input_image")]
    [InlineData("qwen/qwen-image-edit-plus", "image", "[]", "array_min_items", "input.image")]
    [InlineData("qwen/qwen-image-edit-plus", "image", "[\"a\",\"b\",\"c\",\"d\"]", "array_max_items", "input.image")]
    public void what_it_does_not_take_it_refuses(string id, string field, string value, string type, string named)
    {
        var input = Sent(ModelInput.Fill(Library.Find(id)!, "A fox.", "https://a.example/fox.png", seed: 7));
        input[field] = JsonNode.Parse(value);

        var fault = Assert.Single(FakeModels.Find(id)!.Check(input));

        Assert.Equal((type, named), (fault.Type, fault.Field));
    }

    [Theory]
    [InlineData("bytedance/seedream-4.5")]
    [InlineData("bytedance/seedream-5-pro")]
    public void a_prompt_it_has_no_room_for_is_refused(string id)
    {
        var input = Sent(ModelInput.Fill(Library.Find(id)!, new string('a', 4001), "https://a.example/f.png", null));

        Assert.Equal("input.prompt", Assert.Single(FakeModels.Find(id)!.Check(input)).Field);
    }

    [Fact]
    public async Task too_small_a_picture_fails_when_it_is_begun()
    {
        await using var simulator = await SimulatorHost.StartAsync();
        var provider = new ProviderCaller(simulator);
        var input = new JsonObject { ["prompt"] = "A fox.", ["size"] = "custom", ["width"] = 1920, ["height"] = 1080 };

        var prediction = await provider.FinishAsync(await provider.CreateAsync(input, "bytedance/seedream-4.5"));

        Assert.Equal("failed", prediction["status"]!.GetValue<string>());
        Assert.Equal("image size must be at least 3686400 pixels", prediction["error"]!.GetValue<string>());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task it_can_be_looked_up(string id)
    {
        await using var simulator = await SimulatorHost.StartAsync();

        var (status, model) = await new ProviderCaller(simulator).SendAsync(HttpMethod.Get, $"/models/{id}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(id, $"{model["owner"]}/{model["name"]}");
    }

    private static JsonObject Sent(JsonObject input) => JsonNode.Parse(input.ToJsonString())!.AsObject();
}
