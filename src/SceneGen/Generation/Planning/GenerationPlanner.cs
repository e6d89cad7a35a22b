using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Generation.Messages;
using SceneGen.Replicate.Models;
using SceneGen.Scenes.Options;
using SceneGen.Themes;

namespace SceneGen.Generation.Planning;

/// <summary>Chooses model, prompt and seed of an attempt. The same attempt always gives the same plan.</summary>
internal sealed class GenerationPlanner(
    ThemeLibrary themes, AvatarUrlPolicy avatarUrls, IOptions<SceneOptions> scenes)
{
    public (GenerationPlan? Plan, AttemptFailure? Failure) Plan(GenerateScene scene)
    {
        if (themes.Find(scene.Theme) is not { } theme)
        {
            return (null, new AttemptFailure(SceneFailureCodes.ThemeUnknown, SceneFault.Theme, Retryable: false));
        }

        // Over the bus nobody has judged it yet.
        if (avatarUrls.Refuse(scene.AvatarUrl) is { } refusal)
        {
            return (null, new AttemptFailure(SceneFailureCodes.AvatarUrlRefused, SceneFault.Avatar, false, refusal));
        }

        var perModel = scenes.Value.AttemptsPerModel;
        var models = themes.ModelsOf(theme);
        var model = models[Math.Min((scene.Attempt - 1) / perModel, models.Count - 1)];
        if (scene.Spent + model.Price > scenes.Value.CostCap)
        {
            var bill = FormattableString.Invariant(
                $"{model.Id} would cost {model.Price:0.####} US dollars more than {scene.Spent:0.####}.");
            return (null, new AttemptFailure(SceneFailureCodes.CostCapReached, SceneFault.Provider, false, bill));
        }

        var prompt = ScenePrompt.Render(theme, scene.Avatar, model.PromptLimit, model.NoNewlines);
        var seed = model.TakesSeed ? scene.Seed ?? SeedOf(scene) : (int?)null;
        return (new GenerationPlan
        {
            Model = model.Id,
            ThemeVersion = theme.Version,
            Prompt = prompt,
            Seed = seed,
            Input = ModelInput.Fill(model, prompt, scene.Picture?.FileUrl ?? scene.AvatarUrl, seed),
            AvatarField = model.AvatarField,
            Price = model.Price,
            AttemptLimit = perModel * models.Count,
        }, null);
    }

    /// <summary>31 bits of a hash of the attempt's name: a repeated command asks for the same picture.</summary>
    private static int SeedOf(GenerateScene scene)
    {
        var name = Encoding.UTF8.GetBytes($"{scene.SceneId:D}/{scene.Run}/{scene.Attempt}");
        return BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(name)) & int.MaxValue;
    }
}
