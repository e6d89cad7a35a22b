using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Themes.Asking;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Previews;

/// <summary>What a theme would ask of a model, without asking it.</summary>
internal sealed record ThemePreview(string Prompt, string Model, JsonObject Input, decimal Price, string PlacementSvg)
{
    private const int SeedOfNoScene = 1;

    /// <summary>In its input stands <c>{avatarUrl}</c> for the avatar.</summary>
    public static ThemePreview Of(
        Theme theme, AvatarDescription? avatar, ModelProfile model, int? seed, ThemeLabel? label = null)
    {
        var staging = Staging.Of(theme, avatar?.Kind, label);
        var sown = seed ?? (theme.Seed.Policy is SeedPolicy.Fixed ? theme.Seed.Value : SeedOfNoScene);
        var order = ThemeOrder.Of(staging, avatar, ModelInput.AvatarUrl, model, model.TakesSeed ? sown : null);
        return new ThemePreview(
            order.Prompt, model.Id, order.Input, model.Price, Previews.PlacementSvg.Of(staging));
    }
}
