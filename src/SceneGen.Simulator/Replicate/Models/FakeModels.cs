using SceneGen.Simulator.Replicate.Models.Families;

namespace SceneGen.Simulator.Replicate.Models;

/// <summary>The official models the simulated provider knows.</summary>
internal static class FakeModels
{
    public static readonly string[] Ratios =
        ["match_input_image", "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"];

    private static readonly FakeModel[] All =
    [
        FluxModels.Pro2, FluxModels.KontextPro,
        SeedreamModels.Four, SeedreamModels.FourFive, SeedreamModels.FivePro,
        OtherModels.NanoBananaPro, OtherModels.QwenImageEditPlus,
    ];

    public static FakeModel? Find(string? name)
    {
        return Array.Find(All, model => model.Name == name);
    }
}
