namespace SceneGen.Simulator.Replicate.Models.Families;

/// <summary>The models of Black Forest Labs.</summary>
internal static class FluxModels
{
    public static readonly FakeModel Pro2 = new()
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
            new("aspect_ratio", "string") { Choices = [.. FakeModels.Ratios, "custom", "4:5", "5:4"] },
            new("resolution", "string") { Choices = ["match_input_image", "0.5 MP", "1 MP", "2 MP", "4 MP"] },
            new("width", "integer") { Minimum = 256, Maximum = 2048 },
            new("height", "integer") { Minimum = 256, Maximum = 2048 },
            new("safety_tolerance", "integer") { Minimum = 1, Maximum = 5 },
            new("seed", "integer"),
            new("output_format", "string") { Choices = ["webp", "jpg", "png"] },
            new("output_quality", "integer") { Minimum = 0, Maximum = 100 },
        ],
    };

    public static readonly FakeModel KontextPro = new()
    {
        Name = "black-forest-labs/flux-kontext-pro",
        ImageField = "input_image",
        OutputIsArray = false,
        DefaultFormat = "png",
        SideStep = 16,
        Sizes = { [("1K", "16:9")] = (1392, 752), [("1K", "9:16")] = (752, 1392) },
        ToleranceWithImage = 2,
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("input_image", "string"),
            new("aspect_ratio", "string") { Choices = [.. FakeModels.Ratios, "4:5", "5:4", "9:21", "2:1", "1:2"] },
            new("seed", "integer"),
            new("output_format", "string") { Choices = ["png", "jpg"] },
            new("safety_tolerance", "integer") { Minimum = 0, Maximum = 6 },
            new("prompt_upsampling", "boolean"),
        ],
    };
}
