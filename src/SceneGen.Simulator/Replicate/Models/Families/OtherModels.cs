namespace SceneGen.Simulator.Replicate.Models.Families;

/// <summary>The models of Google and Qwen.</summary>
internal static class OtherModels
{
    public static readonly FakeModel NanoBananaPro = new()
    {
        Name = "google/nano-banana-pro",
        ImageField = "image_input",
        OutputIsArray = false,
        DefaultFormat = "jpg",
        DefaultTier = "2K",
        SideStep = 16,
        Sizes =
        {
            [("1K", "16:9")] = (1376, 768), [("2K", "16:9")] = (2752, 1536), [("4K", "16:9")] = (5504, 3072),
        },
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("image_input", "array") { MaxItems = 14 },
            new("aspect_ratio", "string") { Choices = [.. FakeModels.Ratios, "4:5", "5:4"] },
            new("resolution", "string") { Choices = ["1K", "2K", "4K"] },
            new("output_format", "string") { Choices = ["jpg", "png"] },
            new("safety_filter_level", "string")
            {
                Choices = ["block_low_and_above", "block_medium_and_above", "block_only_high"],
            },
            new("allow_fallback_model", "boolean"),
        ],
    };

    public static readonly FakeModel QwenImageEditPlus = new()
    {
        Name = "qwen/qwen-image-edit-plus",
        ImageField = "image",
        OutputIsArray = true,
        DefaultFormat = "webp",
        SideStep = 16,
        Sizes = { [("1K", "16:9")] = (1344, 768), [("1K", "9:16")] = (768, 1344) },
        Properties =
        [
            new("prompt", "string") { Required = true },
            new("image", "array") { Required = true, MaxItems = 3 },
            new("aspect_ratio", "string") { Choices = ["match_input_image", "1:1", "16:9", "9:16", "4:3", "3:4"] },
            new("go_fast", "boolean"),
            new("seed", "integer"),
            new("output_format", "string") { Choices = ["webp", "jpg", "png"] },
            new("output_quality", "integer") { Minimum = 0, Maximum = 100 },
            new("disable_safety_checker", "boolean"),
        ],
    };
}
