namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>What the real provider asks for a picture, in dollars, give or take what each model counts apart.</summary>
internal static class Prices
{
    private const decimal Unlisted = 0.04m;

    private static readonly Dictionary<string, decimal> ByModel = new(StringComparer.Ordinal)
    {
        ["bytedance/seedream-4"] = 0.03m,
        ["bytedance/seedream-4.5"] = 0.04m,
        ["bytedance/seedream-5-pro"] = 0.09m,
        ["bytedance/seedream-5-lite"] = 0.035m,
        ["black-forest-labs/flux-2-pro"] = 0.045m,
        ["black-forest-labs/flux-2-max"] = 0.07m,
        ["black-forest-labs/flux-2-flex"] = 0.06m,
        ["black-forest-labs/flux-kontext-pro"] = 0.04m,
        ["black-forest-labs/flux-kontext-max"] = 0.08m,
        ["black-forest-labs/flux-kontext-dev"] = 0.025m,
        ["google/nano-banana"] = 0.039m,
        ["google/nano-banana-2"] = 0.067m,
        ["google/nano-banana-pro"] = 0.15m,
        ["qwen/qwen-image-edit-plus"] = 0.03m,
        ["qwen/qwen-image-edit-2511"] = 0.03m,
        ["ideogram-ai/ideogram-character"] = 0.15m,
    };

    public static IReadOnlyCollection<string> Models => ByModel.Keys;

    public static decimal Of(string model)
    {
        return ByModel.GetValueOrDefault(model, Unlisted);
    }
}
