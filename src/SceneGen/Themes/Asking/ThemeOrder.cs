using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Themes.Prompts;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Asking;

/// <summary>What a model is asked for a staging: its prompt, and its input as it is sent.</summary>
internal sealed record ThemeOrder(string Prompt, JsonObject Input)
{
    public static ThemeOrder Of(
        Staging staging, AvatarDescription? avatar, string avatarUrl, ModelProfile model, int? seed)
    {
        var prompt = ScenePrompt.Render(staging, avatar, model);
        return new ThemeOrder(
            prompt, ModelInput.Fill(model, prompt, avatarUrl, seed, staging.OverrideOf(model.Id)?.Input));
    }
}
