using SceneGen.Replicate.Models;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Asking;

/// <summary>Which models are asked, and in which order.</summary>
internal static class ThemeModels
{
    public static IReadOnlyList<ModelProfile> ModelsOf(this ModelLibrary models, Theme theme, ThemeLabel? label)
    {
        var named = label is { Models.Count: > 0 } ? label.Models : theme.Models;
        return named.Count > 0 ? [.. named.Select(models.Find).OfType<ModelProfile>()] : models.InOrder;
    }
}
