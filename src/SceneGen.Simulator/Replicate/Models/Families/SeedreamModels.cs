namespace SceneGen.Simulator.Replicate.Models.Families;

/// <summary>The models of ByteDance.</summary>
internal static class SeedreamModels
{
    private const int LongestPrompt = 4000;

    public static readonly FakeModel Four = new()
    {
        Name = "bytedance/seedream-4",
        ImageField = "image_input",
        OutputIsArray = true,
        DefaultFormat = "jpg",
        DefaultTier = "2K",
        SideStep = 1,
        CustomSize = KeyValuePair.Create("size", "custom"),
        Sizes = { [("2K", "16:9")] = (2560, 1440) },
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("image_input", "array") { MaxItems = 10 },
            new("size", "string") { Choices = ["1K", "2K", "4K", "custom"] },
            .. Common,
        ],
    };

    public static readonly FakeModel FourFive = new()
    {
        Name = "bytedance/seedream-4.5",
        ImageField = "image_input",
        OutputIsArray = true,
        DefaultFormat = "jpg",
        DefaultTier = "2K",
        SideStep = 1,
        CustomSize = KeyValuePair.Create("size", "custom"),
        Sizes = { [("2K", "16:9")] = (2560, 1440) },
        FewestPixels = 3_686_400,
        Properties =
        [
            new("prompt", "string") { Required = true, MaxLength = LongestPrompt },
            new("image_input", "array") { MaxItems = 14 },
            new("size", "string") { Choices = ["2K", "4K", "custom"] },
            .. Common,
            new("disable_safety_checker", "boolean"),
        ],
    };

    /// <summary>Takes no custom size and no seed.</summary>
    public static readonly FakeModel FivePro = new()
    {
        Name = "bytedance/seedream-5-pro",
        ImageField = "image_input",
        OutputIsArray = true,
        DefaultFormat = "png",
        DefaultTier = "2K",
        SideStep = 16,
        Sizes = { [("2K", "16:9")] = (2816, 1584), [("1K", "16:9")] = (1424, 800) },
        Properties =
        [
            new("prompt", "string") { Required = true, MaxLength = LongestPrompt },
            new("image_input", "array") { MaxItems = 10 },
            new("size", "string") { Choices = ["1K", "2K"] },
            new("aspect_ratio", "string") { Choices = FakeModels.Ratios },
            new("output_format", "string") { Choices = ["png", "jpg"] },
        ],
    };

    private static InputProperty[] Common =>
    [
        new("aspect_ratio", "string") { Choices = FakeModels.Ratios },
        new("width", "integer") { Minimum = 1024, Maximum = 4096 },
        new("height", "integer") { Minimum = 1024, Maximum = 4096 },
        new("sequential_image_generation", "string") { Choices = ["disabled", "auto"] },
        new("max_images", "integer") { Minimum = 1, Maximum = 15 },
        new("enhance_prompt", "boolean"),
    ];
}
