namespace SceneGen.Simulator.Replicate.Models;

/// <summary>The official models the simulated provider knows.</summary>
internal static class FakeModels
{
    private static readonly string[] Ratios =
        ["match_input_image", "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"];

    private static readonly FakeModel Flux = new()
    {
        Name = "black-forest-labs/flux-2-pro",
        ImageField = "input_images",
        OutputIsArray = false,
        DefaultFormat = "webp",
        SideStep = 16,
        CustomSize = KeyValuePair.Create("aspect_ratio", "custom"),
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("input_images", "array") { MaxItems = 8 },
            new("aspect_ratio", "string") { Choices = [.. Ratios, "custom", "4:5", "5:4"] },
            new("resolution", "string") { Choices = ["match_input_image", "0.5 MP", "1 MP", "2 MP", "4 MP"] },
            new("width", "integer") { Minimum = 256, Maximum = 2048 },
            new("height", "integer") { Minimum = 256, Maximum = 2048 },
            new("safety_tolerance", "integer") { Minimum = 1, Maximum = 5 },
            new("seed", "integer"),
            new("output_format", "string") { Choices = ["webp", "jpg", "png"] },
            new("output_quality", "integer") { Minimum = 0, Maximum = 100 },
        ],
    };

    private static readonly FakeModel Seedream = new()
    {
        Name = "bytedance/seedream-4",
        ImageField = "image_input",
        OutputIsArray = true,
        DefaultFormat = "jpg",
        SideStep = 1,
        CustomSize = KeyValuePair.Create("size", "custom"),
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("image_input", "array") { MaxItems = 10 },
            new("size", "string") { Choices = ["1K", "2K", "4K", "custom"] },
            new("aspect_ratio", "string") { Choices = Ratios },
            new("width", "integer") { Minimum = 1024, Maximum = 4096 },
            new("height", "integer") { Minimum = 1024, Maximum = 4096 },
            new("sequential_image_generation", "string") { Choices = ["disabled", "auto"] },
            new("max_images", "integer") { Minimum = 1, Maximum = 15 },
            new("enhance_prompt", "boolean"),
        ],
    };

    public static FakeModel? Find(string? name)
    {
        return name switch
        {
            _ when name == Flux.Name => Flux,
            _ when name == Seedream.Name => Seedream,
            _ => null,
        };
    }
}
